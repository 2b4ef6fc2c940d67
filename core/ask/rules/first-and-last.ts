import { matches, maybe, step, wordsOfMatch } from './chart.ts'
import type { Rule } from './rule.ts'

/** `dates of the first and last order`: both ends of the time. */
export const firstAndLastRule: Rule = {
  spec: 'K9',
  find: (chart, from) => {
    const time = chart.model.columns.find(({ name }) => name === chart.model.timeColumn)
    if (time === undefined) return []
    return matches(chart, from, [
      maybe('grain'),
      maybe('column', ({ meaning }) => meaning.column === time),
      maybe('of'),
      step('rank', ({ meaning }) => meaning.isTime),
      step('and'),
      step('rank', ({ meaning }) => meaning.isTime),
      maybe(['entity', 'column']),
    ]).map((match) => {
      const words = wordsOfMatch(chart, match)
      const of = (aggregate: 'min' | 'max') => ({ column: time, aggregate, isSaid: true, words })
      return {
        from,
        to: match.to,
        score: 0.96,
        meaning: { kind: 'piece' as const, rule: 'first and last', piece: { measures: [of('min'), of('max')] } },
      }
    })
  },
}
