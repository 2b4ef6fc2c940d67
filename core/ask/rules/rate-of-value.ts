import { at, matches, maybe, step, surenessOf, wordsOfMatch } from './chart.ts'
import type { Rule } from './rule.ts'

/** `late shipment rate`, `cancelled order rate`: how many have a value, of the rows where it is known. */
export const rateOfValueRule: Rule = {
  spec: 'K10',
  find: (chart, from) =>
    matches(chart, from, [
      step('value'),
      maybe(['entity', 'unknown', 'column']),
      step('aggregate', ({ meaning }) => meaning.aggregate === 'mean'),
    ]).flatMap((match) => {
      const value = at(match, 0, 'value')?.meaning
      const word = chart.words[match.to - 1]?.lower ?? ''
      if (!value || !/^rates?$/.test(word)) return []
      const filter = { op: 'in' as const, column: value.column.name, values: [...value.values] }
      const as = `Share of rows where ${value.column.label} is ${value.values.join(' or ')}`
      const asked = { aggregate: 'count' as const, column: value.column.name, filter, share: 'group' as const, as }
      const measures = [
        { column: null, aggregate: 'count' as const, isSaid: true, words: wordsOfMatch(chart, match), asked },
      ]
      return [
        {
          from,
          to: match.to,
          score: 0.95 * surenessOf(match),
          meaning: { kind: 'piece' as const, rule: 'rate of a value', piece: { measures } },
        },
      ]
    }),
}
