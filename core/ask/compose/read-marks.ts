import { columnOfHints } from './read-comparisons.ts'
import type { Kind, Meaning } from '../mention.ts'
import type { StatisticWord } from '../statistic-words.ts'
import { assume, use, wordsAt, type Draft } from './draft.ts'

/** `how much heavier`: what is set against is in the word itself. */
function measureHinted(draft: Draft, at: number, hints: readonly string[]): void {
  const column = columnOfHints(draft.model, hints)
  if (column) draft.measures.push({ column, aggregate: 'mean', isSaid: true, words: wordsAt(draft, at) })
}

type MarkKind = Extract<
  Kind,
  'trend' | 'distribution' | 'share' | 'versus' | 'contrast' | 'list' | 'difference' | 'correlate'
>
const marking = new Set<Kind>([
  'trend',
  'distribution',
  'share',
  'versus',
  'contrast',
  'list',
  'difference',
  'correlate',
])
const isMark = (kind: Kind): kind is MarkKind => marking.has(kind)

function mark(draft: Draft, at: number, meaning: Meaning & { readonly kind: MarkKind }): void {
  draft.marks.add(meaning.kind)
  draft.markWords.set(meaning.kind, wordsAt(draft, at))
  if (meaning.kind === 'difference' && meaning.of) measureHinted(draft, at, meaning.of)
}

/** `year over year growth`: what is told of time and of the way to compare adds up. */
function runAlong(draft: Draft, at: number, meaning: Extract<Meaning, { kind: 'growth' | 'window' }>): void {
  draft.markWords.set('along', wordsAt(draft, at))
  if (meaning.kind === 'window') {
    draft.along ??= meaning.window === 'runningTotal' ? { how: 'runningTotal' } : { how: 'movingAverage', groups: 3 }
    return
  }
  const isYearly = draft.along?.how === 'growth' && draft.along.to === 'previousYear'
  draft.along = { how: 'growth', to: isYearly ? 'previousYear' : meaning.to }
  if (meaning.grain !== null) draft.grain = meaning.grain
  if (meaning.isAmount) draft.marks.add('amount')
  if (meaning.isFall) draft.marks.add('fall')
}

const lengthOf = (words: string): number => words.split(' ').length

/** Of two words for charts the plainer, else the first: in `a pie chart of areas` the areas are no chart. */
function plainer(known: Draft['chart'], found: NonNullable<Draft['chart']>): Draft['chart'] {
  return known !== null && lengthOf(known.words) >= lengthOf(found.words) ? known : found
}

/** `Significant` says less than the test that is named beside it. */
function askStatistic(draft: Draft, at: number, statistic: StatisticWord): void {
  const words = [draft.asked?.words, wordsAt(draft, at)].filter((each) => each !== undefined).join(' … ')
  const known = draft.asked?.statistic ?? 'significance'
  const isOther = known !== 'significance' && statistic !== 'significance' && known !== statistic
  if (isOther) draft.beyond ??= 'several statistics at once'
  draft.asked = { statistic: known === 'significance' ? statistic : known, words }
}

/** Takes what colours the whole question: chart words, `over time`, `share of`, what is out of reach. */
export function readMarks(draft: Draft): void {
  for (const [at, { meaning }] of draft.items.entries()) {
    if (isMark(meaning.kind)) mark(draft, at, meaning as Meaning & { readonly kind: MarkKind })
    else if (meaning.kind === 'growth' || meaning.kind === 'window') runAlong(draft, at, meaning)
    else if (meaning.kind === 'chart')
      draft.chart = plainer(draft.chart, { type: meaning.chart, words: wordsAt(draft, at) })
    else if (meaning.kind === 'statistic') askStatistic(draft, at, meaning.statistic)
    else if (meaning.kind === 'beyond') {
      draft.beyond ??= meaning.what
      assume(draft, 0.15)
    } else continue
    use(draft, at)
  }
}
