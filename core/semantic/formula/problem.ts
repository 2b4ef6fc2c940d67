import type { Failure } from '../../errors.ts'

/** A range of a formula's text; `to` is exclusive. */
export type Span = { readonly from: number; readonly to: number }

/** A problem of a formula with its position. */
export type FormulaFailure = Failure & Span

/** Carries a failure out of nested functions; `attempt` catches it. */
export class Refused extends Error {
  readonly failure: FormulaFailure

  constructor(failure: FormulaFailure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Refuses a formula at a position. */
export function refuse({ from, to }: Span, { error }: { readonly error: Failure }): never {
  throw new Refused({ ...error, from, to })
}

/** Runs a function and returns its refusal as a value. */
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
