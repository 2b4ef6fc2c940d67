import { singular } from '../../profile/name-words.ts'
import type { Kind, Mention } from '../mention.ts'
import { isMeasure } from '../compose/draft.ts'
import { matches, step, wordsOfMatch, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

const figure = step(['aggregate', 'column'], ({ meaning }) =>
  meaning.kind === 'aggregate' ? true : isMeasure(meaning.column),
)

/** Is the noun the last of a list of figures: `average fare and trips by color`? */
function endsList(chart: Chart, from: number, to: number): boolean {
  const isJoined = (chart.starting[from - 1] ?? []).some(({ meaning }) => meaning.kind === 'and')
  const isCut = (chart.starting[to] ?? []).some(({ meaning }) => meaning.kind === 'per' || meaning.kind === 'grain')
  const isAfterFigure = chart.starting
    .slice(0, from - 1)
    .some((mentions) =>
      mentions.some(
        ({ to: end, meaning }) => end === from - 1 && meaning.kind === 'column' && isMeasure(meaning.column),
      ),
    )
  return isJoined && isCut && isAfterFigure
}

/** Words after which a noun is counted, or told apart, by what stands before it. */
const leading = new Set<Kind>(['count', 'value', 'per', 'of', 'rank', 'limit', 'amount', 'share', 'in'])

/** Is it the first of a list of figures: `trips, average fare`? */
function leadsList(chart: Chart, from: number, noun: Mention): boolean {
  const isLed = from > 0 && (chart.starting[from - 1] ?? []).some(({ meaning }) => leading.has(meaning.kind))
  return (
    !isLed && matches(chart, from, [step('entity'), step('and'), figure]).some(({ mentions }) => mentions[0] === noun)
  )
}

const isPlural = (word: string): boolean => singular(word) !== word

/** `trips, average fare and average distance by color`: rows among figures are counted. */
export const countedNounRule: Rule = {
  spec: 'K18',
  find: (chart, from) => {
    const nouns = (chart.starting[from] ?? []).filter(({ meaning }) => meaning.kind === 'entity')
    if (!isPlural(chart.words[from]?.lower ?? '')) return []
    return nouns
      .filter((noun) => leadsList(chart, from, noun) || endsList(chart, from, noun.to))
      .map(({ to }) => {
        const words = wordsOfMatch(chart, { from, to })
        const measures = [{ column: null, aggregate: 'count' as const, isSaid: true, words }]
        return { from, to, score: 0.99, meaning: { kind: 'piece' as const, rule: 'counted noun', piece: { measures } } }
      })
  },
}
