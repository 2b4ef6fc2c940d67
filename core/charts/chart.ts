import type { z } from 'zod'
import type { Query, QueryInput } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { DatePart, Format, Grain } from '../semantic/vocabulary.ts'
import type { Table } from '../table/table.ts'
import type { ChannelId, Channels, ChartSpec } from './chart-spec.ts'
import type { Scene } from './scenes.ts'

export type { ChartSpec } from './chart-spec.ts'

/** What a result column is in its Query. */
export type ColumnPart = {
  readonly kind: 'category' | 'time' | 'bins' | 'measure' | 'listed'
  /** As people say it: `Total revenue`, `Order date`. */
  readonly label: string
  readonly grain: Grain | null
  /** What recurs in moments, where that was taken. */
  readonly part?: DatePart
  /** The measure of a group without rows: 0 for counts and sums, else unknown. */
  readonly absent: 0 | null
  /** Its values make no sum, as averages make none. */
  readonly isAverage?: boolean
  /** The order in which people expect its values; empty: none; missing: told from the values. */
  readonly order?: readonly string[]
  /** Somebody chose the order of the rows, so no other is put in its place. */
  readonly isSorted?: boolean
}

/** The result to draw, with how each column is written and what it is; a missing part is told from the type. */
export type ChartData = {
  readonly table: Table
  readonly formats: Readonly<Record<string, Format>>
  readonly parts?: Readonly<Record<string, ColumnPart>>
}

/** What a column is to a channel: `number` is a listed number, `value` anything else that is listed. */
export type FieldKind = 'category' | 'time' | 'bins' | 'measure' | 'number' | 'value'

/** What a chart type takes in one channel. */
export type Channel = {
  readonly id: ChannelId
  readonly label: string
  /** The kinds of column it accepts, the best first. */
  readonly accepts: readonly FieldKind[]
  readonly isRequired: boolean
  /** How many columns at most. */
  readonly most: number
}

export const intents = [
  'figure',
  'rows',
  'comparison',
  'trend',
  'part',
  'distribution',
  'relationship',
  'change',
  'target',
  'pattern',
] as const
/** What a picture is for; who needs a chart asks for one that serves, and knows no type by name. */
export type Intent = (typeof intents)[number]

/** A picture of the sample data, for the gallery and the tests. */
type Example = {
  readonly title: string
  readonly query: Omit<QueryInput, 'dataset'>
  readonly channels?: Channels
}

export type ChartType = {
  readonly id: string
  readonly title: string
  /** A path on a grid of 24, drawn as a stroke. */
  readonly icon: string
  /** What people call it, in lower case; plurals too where they differ. */
  readonly words: readonly string[]
  /** The family of marks, as public chart collections name it. */
  readonly mark: 'bar' | 'line' | 'area' | 'pie' | 'point' | 'boxplot' | 'heatmap' | 'table' | 'number' | 'other'
  /** When to choose it, in one sentence that people and models read. */
  readonly useWhen: string
  /** What it serves, its main use first. */
  readonly intents: readonly Intent[]
  readonly channels: readonly Channel[]
  /** The schema of its settings, each with a default and a title. */
  readonly settings: z.ZodObject
  /** In columns and rows of a dashboard's grid. */
  readonly size: { readonly w: number; readonly h: number }
  readonly example: Example
  /** The Query whose result it shows, made of one that was asked; null where it cannot be made. */
  readonly queryFor: (asked: Query, model: SemanticModel) => Query | null
  /** How well it would show this result, 0 to 1; 0 where it cannot. */
  readonly suits: (data: ChartData) => number
  /** Why it suits this result, in a sentence; asked only where it does. */
  readonly reason: (data: ChartData) => string
  /** The channels that each column of this result would stand in. */
  readonly specFor: (data: ChartData) => ChartSpec
  readonly scene: (spec: ChartSpec, data: ChartData) => Scene
  /** What it shows, in a sentence, for those who cannot see it. */
  readonly summary: (scene: Scene) => string
}

/** The channels most types share. */
export const xOf = (label: string, accepts: readonly FieldKind[]): Channel => ({
  id: 'x',
  label,
  accepts,
  isRequired: true,
  most: 1,
})
export const yOf = (label: string, most = 1, accepts: readonly FieldKind[] = ['measure']): Channel => ({
  id: 'y',
  label,
  accepts,
  isRequired: true,
  most,
})
export const optional = (id: ChannelId, label: string, accepts: readonly FieldKind[]): Channel => ({
  id,
  label,
  accepts,
  isRequired: false,
  most: 1,
})
