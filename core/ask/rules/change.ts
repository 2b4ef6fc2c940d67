import type { Rule } from './rule.ts'

const verbs = new Set(['change', 'changed', 'changes', 'move', 'moved', 'develop', 'developed', 'evolve', 'evolved'])

/** `how did the average price change from 2007 to 2009`: how much it grew from one period to the other. */
export const changeRule: Rule = {
  spec: 'K11',
  find: (chart, from) => {
    const isBeforePeriods = (chart.starting[from + 1] ?? []).some(
      ({ meaning }) => meaning.kind === 'period' && meaning.period.ends !== undefined,
    )
    if (!verbs.has(chart.words[from]?.lower ?? '') || !isBeforePeriods) return []
    return [{ from, to: from + 1, score: 0.97, meaning: { kind: 'growth', to: 'previousPeriod', grain: null } }]
  },
}
