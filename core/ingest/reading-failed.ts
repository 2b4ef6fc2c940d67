import { OverBudget } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'
import type { Batch } from './reader.ts'

/** Thrown between batches where a file that opened turns out damaged; caught by whoever asked for the batches. */
export class ReadingFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Why a file cannot be read, from whatever was thrown at it: our own words where they are ours. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && /^(its|it|one|a column) /.test(error.message) ? error.message : 'it is damaged'

/** The failure of a file that is damaged, or of another kind than it seemed. */
export const broken = (name: string, kind: string, error: unknown): { readonly ok: false; readonly error: Failure } =>
  error instanceof ReadingFailed || error instanceof OverBudget
    ? { ok: false, error: error.failure }
    : fail('file/broken', { name, kind, reason: reasonOf(error) })

/** Batches of which damage is told in a sentence, whatever it throws. */
export async function* orFail(batches: AsyncIterable<Batch>, name: string, kind: string): AsyncGenerator<Batch> {
  try {
    yield* batches
  } catch (error) {
    throw new ReadingFailed(broken(name, kind, error).error)
  }
}
