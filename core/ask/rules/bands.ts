import { at, matches, maybe, step } from './chart.ts'
import type { Rule } from './rule.ts'

/** `in 10 year bands`, `in bins of 500 g`, `by decade`: how wide ranges of numbers are. */
export const bandsRule: Rule = {
  spec: 'K6',
  find: (chart, from) => {
    const before = matches(chart, from, [
      maybe(['in', 'per']),
      step('amount'),
      maybe(['grain', 'unknown']),
      step('bands'),
    ])
    const after = matches(chart, from, [maybe('in'), step('bands'), maybe('of'), step('amount')])
    const decades = matches(chart, from, [maybe('per'), step('decade')])
    return [...before, ...after, ...decades].flatMap((match) => {
      const width = (at(match, 1, 'amount') ?? at(match, 3, 'amount'))?.meaning.value ?? 10
      if (width <= 0) return []
      return [{ from, to: match.to, score: 0.99, meaning: { kind: 'piece' as const, rule: 'bands', piece: { width } } }]
    })
  },
}
