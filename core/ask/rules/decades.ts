import { bracketed } from '../../semantic/formula/print.ts'
import { isMoment } from '../compose/draft.ts'
import { at, matches, maybe, step, wordsOfMatch, type Chart } from './chart.ts'
import { numberOf } from './computed-column.ts'
import type { Piece } from './piece.ts'
import type { Rule } from './rule.ts'

const isAskedFor = ({ words }: Chart, from: number): boolean =>
  ['which', 'what'].includes(words[from - 1]?.lower ?? '') || ['which', 'what'].includes(words[from]?.lower ?? '')

/** `by decade of birth`, `which decade had the most`: the ten years that a moment lies in. */
export const decadesRule: Rule = {
  spec: 'K44',
  find: (chart, from) => {
    const { columns, timeColumn } = chart.model
    return matches(chart, from, [
      maybe(['per', 'in']),
      step('decade'),
      maybe(['of', 'in']),
      maybe('column', ({ meaning }) => isMoment(meaning.column)),
    ]).flatMap((match) => {
      const column = at(match, 3, 'column')?.meaning.column ?? columns.find(({ name }) => name === timeColumn)
      if (column === undefined || !isMoment(column)) return []
      const name = `Decade of ${column.label.toLowerCase()}`
      const computed = numberOf(column, name, `floor(year(${bracketed(column.name)}) / 10) * 10`)
      const isSubject = isAskedFor(chart, from)
      const group = {
        column: computed.column,
        grain: null,
        bins: null,
        words: wordsOfMatch(chart, match),
        isSubject,
        isPlural: false,
        isLed: true,
      }
      const piece: Piece = { calculations: [computed.calculation], groups: [group] }
      return [{ from, to: match.to, score: 0.995, meaning: { kind: 'piece' as const, rule: 'decades', piece } }]
    })
  },
}
