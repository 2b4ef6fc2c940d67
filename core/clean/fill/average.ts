import { fail } from '../../errors.ts'
import { ok } from '../../result.ts'
import { type ColumnType, columnTypes } from '../../table/table.ts'
import { Spread } from '../learning/spread.ts'
import { TextTally } from '../learning/text-tally.ts'
import { cellsOf } from '../rows.ts'
import { quoted } from '../words.ts'
import type { FillLearner, FillMethod, FillTask } from './fill-method.ts'
import { fillWith, fitted, said } from './values.ts'

const measured = ['integer', 'decimal', 'date', 'timestamp', 'duration'] as const satisfies readonly ColumnType[]

const noValues = (column: string) =>
  fail('clean/nothing-to-go-by', { column, reason: 'it has no values to learn from' })

/** Learns one statistic of the column. */
function fromSpread({ field }: FillTask, what: 'mean' | 'median' | 'mode'): FillLearner {
  const spread = new Spread()
  const { name, type } = field
  return {
    add: (rows) => spread.add(cellsOf(rows, name).column),
    finish() {
      if (spread.count === 0 || type === 'text') return noValues(name)
      const value = fitted(type, spread[what])
      const words = what === 'mode' ? 'the most frequent value' : `the ${what}`
      return ok({
        words: `${words}, ${said(type, value)}`,
        learned: { [what]: value },
        start: () => fillWith(name, value),
      })
    },
  }
}

/** The most frequent text; the first alphabetically of equally frequent ones. */
function mostFrequentText({ field: { name } }: FillTask): FillLearner {
  const tally = new TextTally(name)
  return {
    add: (rows) => tally.add(cellsOf(rows, name).column),
    finish() {
      const counts = tally.finish()
      if (!counts.ok) return counts
      let [best, most] = ['', 0]
      for (const [text, count] of counts.value)
        if (count > most || (count === most && text < best)) [best, most] = [text, count]
      if (most === 0) return noValues(name)
      return ok({
        words: `the most frequent value, ${quoted(best)}`,
        learned: { mode: best },
        start: () => fillWith(name, best),
      })
    },
  }
}

export const mean: FillMethod = { text: 'The mean', types: measured, begin: (task) => fromSpread(task, 'mean') }

export const median: FillMethod = { text: 'The median', types: measured, begin: (task) => fromSpread(task, 'median') }

export const mode: FillMethod = {
  text: 'The most frequent value',
  types: columnTypes,
  begin: (task) => (task.field.type === 'text' ? mostFrequentText(task) : fromSpread(task, 'mode')),
}
