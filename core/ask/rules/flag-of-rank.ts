import type { Scalar } from '../../query/filter.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { flagOf } from '../compose/draft.ts'
import type { Mention } from '../mention.ts'
import { matches, maybe, step, surenessOf, wordsOfMatch, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

/** The words of a rank that ends right before a place: `the most`; null where none does. */
function rankBefore(chart: Chart, to: number): string | null {
  for (let from = to - 1; from >= 0; from -= 1) {
    const rank = (chart.starting[from] ?? []).find(
      ({ meaning, to: end }) => end === to && meaning.kind === 'rank' && meaning.of.length === 0 && !meaning.isTime,
    )
    if (rank) return wordsOfMatch(chart, { from, to })
  }
  return null
}

const saysYes = (column: SemanticColumn, values: readonly Scalar[]): boolean =>
  values.length === 1 && values[0] === flagOf(column)?.yes

/** The column of yes and no that is named, or whose yes is told. */
const flagIn = ({ meaning }: Mention): SemanticColumn | null => {
  if (meaning.kind === 'column') return flagOf(meaning.column) ? meaning.column : null
  return meaning.kind === 'value' && saysYes(meaning.column, meaning.values) ? meaning.column : null
}

/** `most survivors` counts those that are yes; `highest attrition` compares their part, whatever the size of a group. */
export const flagOfRankRule: Rule = {
  spec: 'K19',
  find: (chart, from) => {
    const rank = rankBefore(chart, from)
    if (rank === null) return []
    const pattern = [
      step(['column', 'value'], (mention) => flagIn(mention) !== null),
      maybe('aggregate', ({ meaning }) => meaning.aggregate === 'mean'),
    ]
    return matches(chart, from, pattern).flatMap((match) => {
      const column = match.mentions[0] ? flagIn(match.mentions[0]) : null
      if (column === null) return []
      const isCount = match.mentions[1] === null && /\b(most|fewest|least)\b/i.test(rank)
      const aggregate = isCount ? ('sum' as const) : ('mean' as const)
      const measures = [{ column, aggregate, isSaid: true, words: wordsOfMatch(chart, match) }]
      return [
        {
          from,
          to: match.to,
          score: 0.98 * surenessOf(match),
          meaning: { kind: 'piece' as const, rule: 'flag of a rank', piece: { measures } },
        },
      ]
    })
  },
}
