import { formatCell } from '../../format/format-cell.ts'
import { isMeasure, isNumeric } from '../compose/draft.ts'
import { at, matches, maybe, step, surenessOf, wordsOfMatch } from './chart.ts'
import type { Rule } from './rule.ts'

/** `1st or 2nd class`, `cylinders 4, 6 or 8`: several numbers of one column that stands for something. */
export const alternativesRule: Rule = {
  spec: 'K3',
  find: (chart, from) => {
    const before = matches(chart, from, [
      step('amount'),
      maybe(['and', 'or']),
      maybe('amount'),
      step(['or', 'and']),
      step('amount'),
      step('column'),
    ])
    const after = matches(chart, from, [
      step('column'),
      step('amount'),
      maybe('and'),
      maybe('amount'),
      step(['or', 'and']),
      step('amount'),
    ])
    return [...before, ...after].flatMap((match) => {
      const column = match.mentions.flatMap((mention) =>
        mention?.meaning.kind === 'column' ? [mention.meaning.column] : [],
      )[0]
      if (!column || !isNumeric(column) || isMeasure(column) || column.role === 'time') return []
      const values = [0, 1, 2, 3, 4, 5].flatMap((place) => at(match, place, 'amount')?.meaning.value ?? [])
      const words = wordsOfMatch(chart, match)
      const told = values.map((value) => formatCell(value, column.format))
      const text = `${column.label} is ${told.slice(0, -1).join(', ')} or ${told.at(-1)}`
      const filters = [
        { filter: { op: 'in' as const, column: column.name, values }, column, text, words, isTime: false },
      ]
      return [
        {
          from,
          to: match.to,
          score: 0.98 * surenessOf(match),
          meaning: { kind: 'piece' as const, rule: 'alternatives', piece: { filters } },
        },
      ]
    })
  },
}
