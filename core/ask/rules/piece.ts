import type { Measure } from '../../query/measure.ts'
import type { AgainstFilter, Filter } from '../../query/filter.ts'
import type { Query } from '../../query/query.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Aggregate, DatePart, Grain } from '../../semantic/vocabulary.ts'

export type DraftFilter = {
  readonly filter: Filter
  readonly column: SemanticColumn
  /** `Region is West`. */
  readonly text: string
  readonly words: string
  readonly isTime: boolean
  /** Does it say in which state rows are, and measures nothing: `late shipments`? */
  readonly isState?: true
  /** The first and the last item of the question that it was read from. */
  readonly span?: readonly [from: number, to: number]
}

/** A column that is computed of others, row by row. */
export type DraftCalculation = Query['calculations'][number]

export type DraftGroup = {
  readonly column: SemanticColumn
  readonly grain: Grain | null
  readonly part?: DatePart
  readonly bins: number | null
  readonly binWidth?: number
  readonly words: string
  /** What the question asks for: the `which region` of `which region has the highest sales`. */
  readonly isSubject: boolean
  readonly isPlural: boolean
  /** Is something asked for in each of these groups? */
  readonly isEach?: boolean
  /** Did words such as `by` lead to it? */
  readonly isLed?: boolean
}

export type DraftMeasure = {
  /** Null counts rows. */
  readonly column: SemanticColumn | null
  readonly aggregate: Aggregate
  /** Did the question say which aggregate? */
  readonly isSaid: boolean
  readonly words: string
  /** What a rule made whole: a ratio, a difference, a count under conditions. */
  readonly asked?: Measure
}

/** What values are compared with: an aggregate of them, as often as said. */
export type Standard = Pick<AgainstFilter, 'aggregate' | 'times' | 'within'>

/** Groups that a question is about in place of rows. */
export type DraftOver = {
  readonly group: DraftGroup
  /** What is computed of each. */
  readonly measure: DraftMeasure
  /** What is computed of these figures, or how they are spread. */
  readonly figure: 'mean' | 'median' | 'min' | 'max' | 'distribution'
  readonly words: string
}

/** Which end of the groups, or of the rows, is asked for. */
export type DraftRank = {
  readonly direction: 'ascending' | 'descending'
  /** How many; null where the question does not say. */
  readonly count: number | null
  readonly by: 'measure' | 'group'
  readonly words: string
}

/** A condition on groups, once they are computed. */
export type DraftHaving = {
  readonly measure: DraftMeasure
  readonly op: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual' | 'equal'
  /** What it is compared with; nothing equals an aggregate but by chance. */
  readonly value: number | Standard
  readonly text: string
  readonly words: string
}

/** How figures are seen along the groups: added up, averaged over some, or against the one before. */
type Along =
  | { readonly how: 'runningTotal' }
  | { readonly how: 'movingAverage'; readonly groups: number }
  | { readonly how: 'growth'; readonly to: 'previousPeriod' | 'previousYear' }

/** One of two that are set against each other. */
export type Side = { readonly filter: Filter; readonly text: string }

/** Values far from the others: by their distance from the quartiles, in interquartile ranges, or from the mean, in deviations. */
export type Outliers = {
  readonly by?: 'quartiles' | 'deviations'
  readonly times?: number
  /** `inside` is all that is no outlier. */
  readonly side?: 'above' | 'below' | 'inside'
}

/** What a run of words adds to a question: parts of a draft, made whole by a rule. */
export type Piece = {
  readonly filters?: readonly DraftFilter[]
  readonly measures?: readonly DraftMeasure[]
  readonly groups?: readonly DraftGroup[]
  /** Are the groups that meet the conditions counted? */
  readonly countsGroups?: true
  readonly havings?: readonly DraftHaving[]
  readonly along?: Along
  readonly over?: DraftOver
  readonly sides?: readonly [Side, Side]
  readonly outliers?: Outliers
  /** Is it asked whether the measures go together? */
  readonly correlates?: true
  readonly calculations?: readonly DraftCalculation[]
  /** How wide ranges of numbers are to be. */
  readonly width?: number
  /** Which end is asked for, of the measure that the piece holds. */
  readonly rank?: DraftRank
  /** The columns of the rows that are to be shown. */
  readonly listed?: readonly SemanticColumn[]
}
