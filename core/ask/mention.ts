import type { ChartTypeId } from '../charts/registry.ts'
import type { Scalar } from '../query/filter.ts'
import type { SemanticColumn } from '../semantic/semantic-model.ts'
import type { Aggregate, DatePart, Grain } from '../semantic/vocabulary.ts'
import type { Period } from './period.ts'
import type { Piece } from './rules/piece.ts'
import type { StatisticWord } from './statistic-words.ts'

export type Direction = 'ascending' | 'descending'
export type Comparison = 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual' | 'equal' | 'notEqual'
export type ChartWord = ChartTypeId

/** What a run of words may mean. */
export type Meaning =
  /** Made whole of others by a rule. */
  | { readonly kind: 'piece'; readonly piece: Piece; readonly rule: string }
  | { readonly kind: 'column'; readonly column: SemanticColumn; readonly isPlural: boolean; readonly isEvent?: boolean }
  | { readonly kind: 'value'; readonly column: SemanticColumn; readonly values: readonly Scalar[] }
  /** `of` names what its unit measures: `10 miles` are of distance. */
  | {
      readonly kind: 'amount'
      readonly value: number
      readonly isPercent: boolean
      readonly of?: readonly string[]
      readonly unit?: string
    }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'aggregate'; readonly aggregate: Aggregate }
  /** The most or least of something. `of` names what is measured: `oldest` is of age. */
  | { readonly kind: 'rank'; readonly direction: Direction; readonly of: readonly string[]; readonly isTime: boolean }
  | { readonly kind: 'limit'; readonly direction: Direction; readonly count: number | null }
  | { readonly kind: 'compare'; readonly comparison: Comparison; readonly of: readonly string[] }
  /** A statistic of rows, such as a test. */
  | { readonly kind: 'statistic'; readonly statistic: StatisticWord }
  | { readonly kind: 'between' }
  | { readonly kind: 'grain'; readonly grain: Grain }
  | { readonly kind: 'sort'; readonly direction: Direction | null }
  | { readonly kind: 'chart'; readonly chart: ChartWord }
  /** `of` names what is asked for: `how long` is of a duration. */
  | {
      readonly kind: 'asks'
      readonly word: 'what' | 'which' | 'who' | 'when' | 'where' | 'howMuch'
      readonly of?: readonly string[]
    }
  /** Asked for by name, and not something that can be computed here. */
  | { readonly kind: 'beyond'; readonly what: string }
  /** `of` names what is set against: `how much heavier` is of weight. */
  | { readonly kind: 'difference'; readonly of?: readonly string[] }
  | { readonly kind: 'part'; readonly part: DatePart }
  /** `isAmount`: told as an amount, as in `went up by 3 dollars`, where two periods are set against each other. */
  | {
      readonly kind: 'growth'
      readonly to: 'previousPeriod' | 'previousYear'
      readonly grain: Grain | null
      readonly isAmount?: true
      /** Told as a fall: the most is the least growth. */
      readonly isFall?: true
    }
  | { readonly kind: 'window'; readonly window: 'runningTotal' | 'movingAverage' }
  /** What a row is called, a guess where the data does not say so; `names` holds which of its kind each row is, as the pizzas of sold pizzas. */
  | { readonly kind: 'entity'; readonly names?: SemanticColumn; readonly isGuess?: true }
  /** `in millions`: how figures are to be told. */
  | { readonly kind: 'scale'; readonly size: number }
  | { readonly kind: 'axis'; readonly axis: 'x' | 'y' }
  | {
      readonly kind:
        | 'count'
        | 'distinct'
        | 'per'
        | 'share'
        | 'trend'
        | 'distribution'
        | 'versus'
        | 'contrast'
        | 'not'
        | 'missing'
        | 'and'
        | 'or'
        | 'list'
        | 'has'
        | 'is'
        | 'of'
        | 'in'
        | 'ratio'
        | 'over'
        | 'than'
        | 'rankOf'
        | 'correlate'
        | 'bands'
        | 'decade'
        | 'filler'
        | 'unknown'
    }

export type Kind = Meaning['kind']

/** A run of words read as one thing: words[from] up to, not including, words[to]. */
export type Mention<M extends Meaning = Meaning> = {
  readonly from: number
  readonly to: number
  readonly meaning: M
  /** 0 to 1: how surely these words mean this. */
  readonly score: number
  /** Was it told by nearness of meaning alone? */
  readonly isGuess?: true
}

export type MentionOf<K extends Kind> = Mention<Extract<Meaning, { kind: K }>>

/** Is the mention of that kind? */
export const isKind = <K extends Kind>(mention: Mention | undefined, kind: K): mention is MentionOf<K> =>
  mention?.meaning.kind === kind
