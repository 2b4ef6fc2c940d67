import { singular } from '../../profile/name-words.ts'
import { kindNouns } from '../rules/kind-of.ts'
import { lexicon, longestPhrase } from '../lexicon.ts'
import type { Mention } from '../mention.ts'
import { isTypo, type Word } from '../words.ts'

const certain = 0.97
const singleWords = [...lexicon]
  .filter(
    ([phrase, meanings]) =>
      phrase.length >= 6 && !phrase.includes(' ') && meanings.some(({ kind }) => kind !== 'filler'),
  )
  .map(([phrase]) => phrase)

/** Words in which one dropped letter is seen. */
const droppable = ['total', 'average', 'median', 'highest', 'lowest', 'largest']

/** Is it the phrase with one letter left out within it? */
const isDropped = (written: string, phrase: string): boolean =>
  phrase.length === written.length + 1 &&
  [...phrase].some(
    (_, at) => at > 0 && at < phrase.length - 1 && phrase.slice(0, at) + phrase.slice(at + 1) === written,
  )

/** Another form of the word, as `frequent` is of `frequency`: it differs in its ending, and is no slip. */
const isOtherForm = (written: string, phrase: string): boolean =>
  !phrase.startsWith(written) && phrase.startsWith(written.slice(0, -1))

/** A slip in a word of the lexicon: `avgerage`, `histgram`. */
function misspelt(word: Word, from: number): readonly Mention[] {
  if (word.lower.length < 4 || word.isQuoted || lexicon.has(word.lower)) return []
  const isShort = word.lower.length < 6
  const meant = isShort
    ? droppable.find((phrase) => isDropped(word.lower, phrase))
    : singleWords.find((phrase) => isTypo(word.lower, phrase) && !isOtherForm(word.lower, phrase))
  return (lexicon.get(meant ?? '') ?? []).map((meaning) => ({ from, to: from + 1, meaning, score: 0.85 }))
}

/** Words that ask, where they begin a question; elsewhere they mean something: `return on assets`. */
const commands = new Set(['return', 'report', 'view'])

/** Does a filler say nothing where it stands? `type of asset` and `return on assets` do. */
function isEmpty(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from]?.lower ?? ''
  if (commands.has(word)) return from === 0
  return words[to]?.lower !== 'of' || to > from + 1 || !kindNouns.has(singular(word))
}

/** A `calendar month` is no calendar: where a longer phrase begins, its first words are no chart. */
function withoutInnerCharts(found: readonly Mention[]): readonly Mention[] {
  const end = Math.max(...found.map(({ to }) => to))
  return found.filter(({ to, meaning }) => to === end || meaning.kind !== 'chart')
}

/** What the words of every question mean: aggregates, comparisons, `by`, `over time`, chart words, fillers. */
export function findPhrases(words: readonly Word[]): readonly Mention[] {
  return outsideCharts(phrasesIn(words))
}

/** A chart that several words name is that: `correlation heatmap` asks for no heatmap of something else. */
function outsideCharts(found: readonly Mention[]): readonly Mention[] {
  const charts = found.filter(({ from, to, meaning }) => meaning.kind === 'chart' && to > from + 1)
  const isInner = ({ from, to }: Mention): boolean =>
    charts.some((chart) => chart.from <= from && to <= chart.to && to - from < chart.to - chart.from)
  return found.filter((mention) => !isInner(mention))
}

function phrasesIn(words: readonly Word[]): readonly Mention[] {
  return words.flatMap((word, from) => {
    const found: Mention[] = []
    for (let to = from + 1; to <= Math.min(words.length, from + longestPhrase); to += 1) {
      if (words[to - 1]?.isQuoted) break
      const phrase = words
        .slice(from, to)
        .map(({ lower }) => lower)
        .join(' ')
      for (const meaning of lexicon.get(phrase) ?? [])
        if (meaning.kind !== 'filler' || isEmpty(words, from, to)) found.push({ from, to, meaning, score: certain })
    }
    return found.length > 0 ? withoutInnerCharts(found) : misspelt(word, from)
  })
}
