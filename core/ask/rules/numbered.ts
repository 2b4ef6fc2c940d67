import { isMeasure, isNumeric } from '../compose/draft.ts'
import { at, matches, step, surenessOf } from './chart.ts'
import type { Rule } from './rule.ts'

/** `dept 50`, `store 7`: one number of a column that stands for something, right after its name, is a value of it. */
export const numberedRule: Rule = {
  spec: 'K3',
  find: (chart, from) =>
    matches(chart, from, [step('column'), step('amount')]).flatMap((match) => {
      const column = at(match, 0, 'column')?.meaning.column
      const value = at(match, 1, 'amount')?.meaning.value
      if (column === undefined || value === undefined || !isNumeric(column) || isMeasure(column)) return []
      const isWithin = column.range !== null && value >= column.range.min && value <= column.range.max
      if (column.role === 'time' || !isWithin) return []
      const meaning = { kind: 'value' as const, column, values: [value] }
      return [{ from, to: match.to, score: Math.max(0.9, surenessOf(match)), meaning }]
    }),
}
