import { compareText } from '../../table/compare-text.ts'
import type { ColumnType } from '../../table/table.ts'
import { grow } from '../grow.ts'
import { type Accumulator, type Batch, numberResult, numbersOf } from './aggregate.ts'
import { textResult } from './text-result.ts'

/**
 * A group's value at its earliest or latest moment; the smallest of several at the same moment. Ignores rows without
 * a value or a moment.
 */
export const earliest = (type: ColumnType, which: 'first' | 'last'): Accumulator =>
  type === 'text' ? earliestText(which) : earliestNumber(which)

/** Moments, negated for `last`, so that the wanted one is the smallest. */
function momentsIn({ by }: Batch): Float64Array {
  if (!by || by.type === 'text') throw new Error('First and last need moments')
  return by.values
}

function earliestNumber(which: 'first' | 'last'): Accumulator {
  let moments = new Float64Array(0)
  let best = new Float64Array(0)
  const sign = which === 'first' ? 1 : -1
  return {
    add: (batch) => {
      moments = grow(moments, batch.size, Number.POSITIVE_INFINITY)
      best = grow(best, batch.size, Number.NaN)
      const values = numbersOf(batch.column)
      const at = momentsIn(batch)
      for (let row = 0; row < values.length; row++) {
        const value = values[row] as number
        const moment = (at[row] as number) * sign
        const group = batch.groups[row] as number
        const known = moments[group] as number
        const isBetter = moment < known || (moment === known && value < (best[group] as number))
        if (!isBetter || value !== value) continue
        moments[group] = moment
        best[group] = value
      }
    },
    partialState: null,
    finish: numberResult((group) => best[group] ?? Number.NaN),
  }
}

function earliestText(which: 'first' | 'last'): Accumulator {
  let moments = new Float64Array(0)
  const best: (string | null)[] = []
  const sign = which === 'first' ? 1 : -1
  return {
    add: (batch) => {
      const { column, groups, size } = batch
      if (column?.type !== 'text') throw new Error('Text is expected')
      moments = grow(moments, size, Number.POSITIVE_INFINITY)
      while (best.length < size) best.push(null)
      const at = momentsIn(batch)
      for (let row = 0; row < groups.length; row++) {
        const moment = (at[row] as number) * sign
        const group = groups[row] as number
        const text = column.dictionary[column.codes[row] as number] ?? null
        if (text === null || !(moment <= (moments[group] as number))) continue
        const known = best[group] ?? null
        if (moment === moments[group] && known !== null && compareText(text, known) >= 0) continue
        moments[group] = moment
        best[group] = text
      }
    },
    partialState: null,
    finish: (size, { name }) => textResult(name, best, size),
  }
}
