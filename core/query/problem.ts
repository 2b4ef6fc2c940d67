import type { Failure } from '../errors.ts'

/** The failure of an invalid part of a Query, or null if it is valid. */
export type Problem = { readonly ok: false; readonly error: Failure } | null

/** Checks the parts in order and returns the first problem. */
export function first<Part>(parts: readonly Part[], check: (part: Part) => Problem): Problem {
  for (const part of parts) {
    const problem = check(part)
    if (problem) return problem
  }
  return null
}
