import type { Result } from '../result.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Field } from '../table/table.ts'
import type { Query } from './query.ts'
import { resolveQuery } from './resolve-query.ts'
import { readQuery, validateQuery } from './validate-query.ts'

/** The context of a Query: the model, the fields of every dataset it may name, and the current instant. */
export type Asking = {
  readonly model: Pick<SemanticModel, 'timeColumn' | 'calendar'>
  readonly fields: readonly Field[]
  readonly now: number
}

/** Parses untrusted input to a resolved Query that every engine can run. */
export function prepareQuery(input: unknown, { model, fields, now }: Asking): Result<Query> {
  const read = readQuery(input)
  return read.ok ? validateQuery(resolveQuery(read.value, model, now), fields) : read
}
