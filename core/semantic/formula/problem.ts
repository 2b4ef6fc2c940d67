import type { Failure } from '../../errors.ts'

/** A stretch of a formula's text, from a character up to but not including another. */
export type Span = { readonly from: number; readonly to: number }

/** What is wrong with a formula, and where in its text. */
export type FormulaFailure = Failure & Span

/** Carries a failure out of the depths of a formula; caught where reading it began. */
export class Refused extends Error {
  readonly failure: FormulaFailure

  constructor(failure: FormulaFailure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Refuses the formula, pointing at a place in it. */
export function refuse({ from, to }: Span, { error }: { readonly error: Failure }): never {
  throw new Refused({ ...error, from, to })
}

/** Runs what may refuse; the refusal becomes a value. */
export function attempt<Value>(
  work: () => Value,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: FormulaFailure } {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.failure }
    throw error
  }
}
