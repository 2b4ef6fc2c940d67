import type { Result } from '../result.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Field } from '../table/table.ts'
import type { Query } from './query.ts'
import { resolveQuery } from './resolve-query.ts'
import { readQuery, validateQuery } from './validate-query.ts'

/** What a Query is read against: the model, the columns of all it may name, and the instant of asking. */
export type Asking = {
  readonly model: Pick<SemanticModel, 'timeColumn' | 'calendar'>
  readonly fields: readonly Field[]
  readonly now: number
}

/** Untrusted input in; a Query that holds all it needs, and that every engine can run, out. */
export function prepareQuery(input: unknown, { model, fields, now }: Asking): Result<Query> {
  const read = readQuery(input)
  return read.ok ? validateQuery(resolveQuery(read.value, model, now), fields) : read
}
