import { OverBudget } from '../budget.ts'
import { fail } from '../errors.ts'
import type { Result } from '../result.ts'
import { TooManyTexts } from './aggregates/distinct.ts'
import { JoinFailed } from './joins/lookup.ts'
import { Cancelled } from './scan.ts'

/** Converts the exceptions that stop a pass (cancelled, over budget, failed join, too many texts) to failures. */
export async function caught<Value>(pass: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await pass()
  } catch (error) {
    if (error instanceof TooManyTexts) return fail('query/too-large', { what: 'different texts', limit: error.limit })
    if (error instanceof JoinFailed || error instanceof OverBudget) return { ok: false, error: error.failure }
    if (error instanceof Cancelled) return fail('query/cancelled')
    throw error
  }
}
