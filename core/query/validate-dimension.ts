import { fail } from '../errors.ts'
import type { Field } from '../table/table.ts'
import type { Dimension } from './dimension.ts'
import { isMoment, isQuantity, nameOfType } from './type-rules.ts'
import type { Problem } from './problem.ts'

/** Grains and parts require moments, bins require numbers, and a dimension has at most one of them. */
export function problemOfDimension(dimension: Dimension, find: (name: string) => Field): Problem {
  const { column, grain, part, bins, binWidth } = dimension
  const { type } = find(column)
  if ([grain, part, bins, binWidth].filter((cut) => cut !== undefined).length > 1) {
    return fail('query/invalid', {
      reason: `“${column}” can be cut by a grain, by a part, or into bins by number or by width: by one of them.`,
    })
  }
  const wrong = { column, type: nameOfType[type] }
  const isCut = bins !== undefined || binWidth !== undefined
  if (isCut && !isQuantity(type)) {
    return fail('query/wrong-type', {
      ...wrong,
      action: 'cannot be cut into bins',
      instead: 'Choose a column of numbers, or leave out the bins.',
    })
  }
  return grain !== undefined || part !== undefined ? problemOfMoments(dimension, find(column)) : null
}

function problemOfMoments({ grain, part }: Dimension, { name: column, type }: Field): Problem {
  const wrong = { column, type: nameOfType[type] }
  if (!isMoment(type)) {
    return fail('query/wrong-type', {
      ...wrong,
      action: grain === undefined ? 'have no such part' : `cannot be grouped by ${grain}`,
      instead: `Choose a column of dates, or leave out the ${grain === undefined ? 'part' : 'grain'}.`,
    })
  }
  if (type !== 'date' || (grain !== 'hour' && part !== 'hourOfDay')) return null
  return fail('query/wrong-type', {
    ...wrong,
    action: 'have no hours',
    instead: 'Group by day or longer, or choose a column of times.',
  })
}
