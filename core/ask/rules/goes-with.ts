import { isFlag, isNumeric } from '../compose/draft.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, step, wordsOfMatch, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

const more =
  'bigger|larger|higher|greater|more|longer|taller|heavier|older|newer|faster|wider|lower|smaller|less|fewer|shorter|younger|slower|lighter'
const leads = 'means?|leads? to|implies|imply|brings?|comes? with|come with|goes? with|results? in|has|have|gets?'

/** What is more of the one, and then more of the other; verbs lead to the second. */
const degree = new RegExp(`^(?:(?:${leads}) )?(?:(?:a|an|the) )?(?:${more})\\b`)

const mostWords = 4

const isMeasured = ({ meaning: { column } }: MentionOf<'column'>): boolean =>
  isNumeric(column) && !isFlag(column) && column.role !== 'id' && !('computedBy' in column)

/** What starts at a word is more or less of a column. */
function degreeAt(chart: Chart, from: number): readonly { readonly named: MentionOf<'column'>; readonly to: number }[] {
  const rest = chart.words.slice(from, from + mostWords).map(({ lower }) => lower)
  const [said] = degree.exec(rest.join(' ')) ?? []
  if (said === undefined) return []
  return matches(chart, from + said.split(' ').length, [step('column', isMeasured)]).flatMap((match) => {
    const named = at(match, 0, 'column')
    return named ? [{ named, to: match.to }] : []
  })
}

/** Is it asked whether one goes with the other: `do …`, `is it that …`? */
const asksWhether = ({ words: [first] }: Chart): boolean => /^(do|does|did|is|are)$/.test(first?.lower ?? '')

function piece(
  chart: Chart,
  range: { readonly from: number; readonly to: number },
  named: MentionOf<'column'>,
): Mention {
  const words = wordsOfMatch(chart, range)
  const { column } = named.meaning
  const measures = [{ column, aggregate: 'mean' as const, isSaid: false, words }]
  const score = 0.97 * Math.max(named.score, 0.9)
  return {
    ...range,
    score,
    meaning: { kind: 'piece', rule: 'goes with', piece: { measures, correlates: true } },
  }
}

/** `does a bigger garden mean a higher price`: whether two amounts go together. */
export const goesWithRule: Rule = {
  spec: 'N6',
  find: (chart, from) => {
    if (!asksWhether(chart)) return []
    const columns = new Set(
      chart.words.flatMap((_, place) => degreeAt(chart, place).map(({ named }) => named.meaning.column)),
    )
    return columns.size < 2 ? [] : degreeAt(chart, from).map(({ named, to }) => piece(chart, { from, to }, named))
  },
}
