import { isQuantity } from '../../query/type-rules.ts'
import type { Scalar } from '../../query/filter.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Grain } from '../../semantic/vocabulary.ts'
import type {
  DraftCalculation,
  DraftFilter,
  DraftGroup,
  DraftHaving,
  DraftMeasure,
  DraftRank,
  Piece,
} from '../rules/piece.ts'
import { isKind, type ChartWord, type Direction, type Kind, type Mention, type MentionOf } from '../mention.ts'
import type { RowStatisticId } from '../../stats/rows/registry.ts'
import type { StatisticWord } from '../statistic-words.ts'
import { textOf, type Word } from '../words.ts'

/** How to compute or rank is said, and not what: `median by state`, `the best country`. */
export type OpenFigure = { readonly words: string; readonly lead: 'of' | 'by' }

type RowNoun = {
  /** `trip`. */
  readonly one: string
  readonly words: string
  /** Nothing in the data says that its rows are that. */
  readonly isAssumed: boolean
}

/** A Query in the making: what has been understood so far, and which mentions that took. */
export type Draft = {
  readonly model: SemanticModel
  readonly words: readonly Word[]
  /** Fillers left out. */
  readonly items: readonly Mention[]
  readonly used: Set<number>
  /** Columns named beside a value of theirs: each makes the other surer. */
  readonly confirmed: Set<number>
  readonly filters: DraftFilter[]
  readonly groups: DraftGroup[]
  /** Columns that are computed of others, row by row. */
  readonly calculations: DraftCalculation[]
  readonly measures: DraftMeasure[]
  readonly havings: DraftHaving[]
  /** Are the groups that meet the conditions counted? */
  countsGroups: boolean
  /** Values far from the others, as the question says them. */
  outliers: Piece['outliers'] | null
  /** The column whose mean and quartiles have to be known before the question is understood. */
  wants: SemanticColumn | null
  /** How figures run along the groups. */
  along: Piece['along'] | null
  /** Groups that are asked about in place of rows. */
  over: Piece['over'] | null
  /** The item whose place among its kind is asked for. */
  placeOf: { readonly column: SemanticColumn; readonly values: readonly string[]; readonly words: string } | null
  /** Two that are set against each other. */
  sides: Piece['sides'] | null
  /** At which grain growth is told, where its own words say so. */
  grain: Grain | null
  /** How wide ranges of numbers are to be. */
  width: number | null
  /** The columns of the rows that are to be shown, where the question lists them. */
  listed: readonly SemanticColumn[]
  /** The stretches of time named, each by itself. */
  readonly periods: DraftFilter[]
  rank: DraftRank | null
  chart: { readonly type: ChartWord; readonly words: string } | null
  /** A statistic that was asked for, in words. */
  asked: { readonly statistic: StatisticWord; readonly words: string } | null
  /** The statistic that it comes to, with the columns that it takes. */
  statistic: { readonly id: RowStatisticId; readonly columns: readonly SemanticColumn[] } | null
  marks: Set<
    | 'trend'
    | 'distribution'
    | 'share'
    | 'versus'
    | 'contrast'
    | 'list'
    | 'perEach'
    | 'perRow'
    | 'difference'
    | 'correlate'
    | 'amount'
    | 'fall'
  >
  sort: { readonly direction: Direction; readonly by: 'measure' | 'group'; readonly words: string } | null
  /** The words that each of the marks came from. */
  readonly markWords: Map<string, string>
  /** What the question calls a row, one of them; null where it does not say. */
  noun: RowNoun | null
  /** What an adjective asks for, by words of columns' names: `how long` is of a duration. */
  hints: readonly string[]
  /** How to compute is said, and not what. */
  openFigure: OpenFigure | null
  /** Asked for and out of reach. */
  beyond: string | null
  /** Words that say by what something is ranked, of which the data has nothing. */
  readonly unplaced: string[]
  /** Each assumption makes the reading less likely. */
  factor: number
}

export const newDraft = (model: SemanticModel, words: readonly Word[], mentions: readonly Mention[]): Draft => ({
  model,
  words,
  items: mentions.filter(({ meaning }) => meaning.kind !== 'filler'),
  used: new Set(),
  confirmed: new Set(),
  filters: [],
  groups: [],
  calculations: [],
  measures: [],
  havings: [],
  countsGroups: false,
  outliers: null,
  wants: null,
  along: null,
  over: null,
  placeOf: null,
  sides: null,
  grain: null,
  width: null,
  listed: [],
  periods: [],
  rank: null,
  chart: null,
  asked: null,
  statistic: null,
  marks: new Set(),
  sort: null,
  markWords: new Map(),
  noun: null,
  hints: [],
  openFigure: null,
  beyond: null,
  unplaced: [],
  factor: 1,
})

/** The words of the mentions from one item to another, as written. */
export function wordsAt(draft: Draft, from: number, to = from): string {
  const [first, last] = [draft.items[from], draft.items[to]]
  return first && last ? textOf(draft.words.slice(first.from, last.to)) : ''
}

/** Marks items as understood. */
export function use(draft: Draft, ...at: readonly number[]): void {
  for (const each of at) draft.used.add(each)
}

/** Notes that something had to be assumed. */
export function assume(draft: Draft, factor: number): void {
  draft.factor *= factor
}

/** The item, if it is of that kind and not yet taken. */
export function free<K extends Kind>(draft: Draft, at: number, kind: K): MentionOf<K> | null {
  const item = draft.items[at]
  return item !== undefined && !draft.used.has(at) && isKind(item, kind) ? item : null
}

/** The nearest item before or after that is none of those kinds; -1 or the length where there is none. */
export function beyondKinds(draft: Draft, at: number, step: 1 | -1, kinds: readonly Kind[]): number {
  let next = at + step
  while (kinds.includes(draft.items[next]?.meaning.kind ?? 'filler') && next >= 0 && next < draft.items.length)
    next += step
  return next
}

const splitting = new Set<Kind>([
  'per',
  'grain',
  'trend',
  'contrast',
  'versus',
  'distribution',
  'chart',
  'rank',
  'limit',
])

/** `how many …` without `by`, `per` or `each` asks for one number. */
export const asksHowMany = (draft: Draft): boolean =>
  draft.items.some(({ meaning }, at) => meaning.kind === 'count' && /^how many/i.test(wordsAt(draft, at))) &&
  !draft.items.some(({ meaning }) => splitting.has(meaning.kind))

/** `how much …` without `by`, `per` or `each` asks for one figure, too. */
export const asksHowMuch = (draft: Draft): boolean =>
  draft.items[0]?.meaning.kind === 'asks' &&
  draft.items[0].meaning.word === 'howMuch' &&
  !draft.items.some(({ meaning }) => splitting.has(meaning.kind))

/** Do numbers stand in it that can be compared? */
export const isNumeric = ({ type }: SemanticColumn): boolean => type === 'integer' || type === 'decimal'

export const isMoment = ({ type }: SemanticColumn): boolean => type === 'date' || type === 'timestamp'

const yesWords = new Set(['yes', 'y', 'true', 't'])
const noWords = new Set(['no', 'n', 'false', 'f'])

/** The two values of a column of yes and no, whether written as booleans, as 0 and 1, or in words; null for others. */
export function flagOf({
  type,
  range,
  distinct,
  values,
}: SemanticColumn): { readonly yes: Scalar; readonly no: Scalar } | null {
  if (type === 'boolean') return { yes: true, no: false }
  if (distinct !== 2) return null
  if (type === 'integer') return range?.min === 0 && range.max === 1 ? { yes: 1, no: 0 } : null
  const yes = values.find((value) => yesWords.has(value.toLowerCase()))
  const no = values.find((value) => noWords.has(value.toLowerCase()))
  return type === 'text' && yes !== undefined && no !== undefined ? { yes, no } : null
}

/** Does it say yes or no, so that its mean is the share of yes? */
export const isFlag = (column: SemanticColumn): boolean => flagOf(column) !== null

/** Something to measure, not to group by. */
export const isMeasure = (column: SemanticColumn): boolean => column.role === 'measure' && isQuantity(column.type)

/** What a row is called: by the question, unless it goes against the model. */
export const nounOf = ({ noun, model }: Draft): string =>
  noun === null || (noun.isAssumed && model.entity !== 'row') ? model.entity : noun.one

/** Does each row have its own value? */
export const isUnique = (column: SemanticColumn, { rows }: SemanticModel): boolean =>
  rows > 1 && column.distinct >= rows * 0.95 && column.type === 'text'
