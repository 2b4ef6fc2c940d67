import type { Failure } from '../errors.ts'

/** What a part of a Query gets wrong, or null. */
export type Problem = { readonly ok: false; readonly error: Failure } | null

/** Checks one after another until one has a problem. */
export function first<Part>(parts: readonly Part[], check: (part: Part) => Problem): Problem {
  for (const part of parts) {
    const problem = check(part)
    if (problem) return problem
  }
  return null
}
