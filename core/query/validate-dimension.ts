import { fail } from '../errors.ts'
import type { Field } from '../table/table.ts'
import type { Dimension } from './dimension.ts'
import { isMoment, isQuantity, nameOfType } from './type-rules.ts'
import type { Problem } from './problem.ts'

/** Grains cut moments, bins cut numbers, and never both. */
export function problemOfDimension({ column, grain, bins }: Dimension, find: (name: string) => Field): Problem {
  const { type } = find(column)
  const wrong = { column, type: nameOfType[type] }
  if (grain && bins)
    return fail('query/invalid', { reason: `“${column}” can be cut by a grain or into bins, not both.` })
  if (grain && !isMoment(type)) {
    return fail('query/wrong-type', {
      ...wrong,
      action: `cannot be grouped by ${grain}`,
      instead: 'Choose a column of dates, or leave out the grain.',
    })
  }
  if (bins && !isQuantity(type)) {
    return fail('query/wrong-type', {
      ...wrong,
      action: 'cannot be cut into bins',
      instead: 'Choose a column of numbers, or leave out the bins.',
    })
  }
  return null
}
