import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { findFields, valueTypes } from '../find-field.ts'
import { namesThings } from '../names-things.ts'
import { cellsOf, type CleanField, type Rows } from '../rows.ts'
import type { FillTask } from './fill-method.ts'

/** Maximum predictors; more improve neither the estimate nor the speed. */
const maxPredictors = 12

/** Predictor columns: the named ones, or all other columns of numbers, moments or booleans. */
export function predictorsOf({ field, fields, settings }: FillTask): Result<readonly CleanField[]> {
  const found = findFields(fields, settings.from, valueTypes)
  if (!found.ok) return found
  const isAsked = settings.from.length > 0
  const others = found.value
    .filter(({ name }) => name !== field.name && (isAsked || !namesThings(name)))
    .slice(0, maxPredictors)
  if (others.length > 0) return ok(others)
  return fail('clean/nothing-to-go-by', {
    column: field.name,
    reason: 'there is no other column of numbers or dates to guess it from',
  })
}

/** Reads the predictors of one row. */
export function readerOf(rows: Rows, predictors: readonly CleanField[]): (row: number) => Float64Array<ArrayBuffer> {
  const columns = predictors.map(({ name }) => {
    const { column } = cellsOf(rows, name)
    return column.type === 'text' ? new Float64Array(0) : column.values
  })
  return (row) => {
    const features = new Float64Array(columns.length)
    for (let at = 0; at < columns.length; at++) features[at] = columns[at]?.[row] ?? Number.NaN
    return features
  }
}
