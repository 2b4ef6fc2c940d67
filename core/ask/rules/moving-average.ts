import type { Grain } from '../../semantic/vocabulary.ts'
import { at, matches, maybe, step, type Chart } from './chart.ts'
import type { DraftGroup } from './piece.ts'
import type { Rule } from './rule.ts'

/** Groups along the dataset's own moments, where these can be cut to the grain. */
function groupBy({ model }: Chart, grain: Grain | null): readonly DraftGroup[] {
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  const isCut = time?.type === 'timestamp' || (time?.type === 'date' && grain !== 'hour')
  return time && grain !== null && isCut
    ? [{ column: time, grain, bins: null, words: '', isSubject: false, isPlural: false }]
    : []
}

/** `7-day moving average`: over how many groups, and of which grain. */
export const movingAverageRule: Rule = {
  spec: 'K5',
  find: (chart, from) =>
    matches(chart, from, [
      step('amount'),
      maybe('grain'),
      step('window', ({ meaning }) => meaning.window === 'movingAverage'),
    ]).flatMap((match) => {
      const groups = at(match, 0, 'amount')?.meaning.value ?? 0
      if (!Number.isInteger(groups) || groups < 2 || groups > 1000) return []
      const along = { how: 'movingAverage' as const, groups }
      const piece = { along, groups: groupBy(chart, at(match, 1, 'grain')?.meaning.grain ?? null) }
      return [{ from, to: match.to, score: 0.97, meaning: { kind: 'piece' as const, rule: 'moving average', piece } }]
    }),
}
