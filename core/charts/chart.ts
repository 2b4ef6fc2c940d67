import { z } from 'zod'
import type { Cell, ColumnType, Table } from '../table/table.ts'
import type { DatePart, Format, Grain } from '../semantic/vocabulary.ts'

/**
 * How to show a Query's result: a chart type and which of the result's columns play which part.
 * The type is an id of the chart registry, checked against it where specs enter.
 */
export const chartSpec = z.object({
  type: z.string().max(40),
  /** The result column along the category or x axis. */
  x: z.string().max(300).nullable().default(null),
  /** The result columns measured. */
  y: z.array(z.string().max(300)).max(20).default([]),
  /** The result column that splits the marks into series. */
  series: z.string().max(300).nullable().default(null),
})
export type ChartSpec = z.infer<typeof chartSpec>

/** A label on an axis, in a legend, in a table head. */
export type SceneColumn = {
  readonly name: string
  readonly type: ColumnType
  readonly format: Format
  /** As people say it; the name where missing. */
  readonly label?: string
  /** How its moments were cut, and so are written. */
  readonly grain?: Grain
  /** What of its moments was taken. */
  readonly part?: DatePart
}

/** Marks of one colour: one y for each category or position. */
export type SceneSeries = {
  readonly label: string
  readonly y: ArrayLike<number>
  readonly style: 'line' | 'bar' | 'dot'
  /** The value that its marks share, as a filter would name it; missing where a measure makes the series. */
  readonly key?: Cell
}

export type XyScene = {
  readonly kind: 'xy'
  readonly x: SceneColumn
  /** Categories as text, or positions as numbers (moments: milliseconds UTC). */
  readonly categories: readonly string[] | null
  readonly positions: ArrayLike<number> | null
  /** The value behind each category or position, as a filter would name it. */
  readonly keys: readonly Cell[]
  readonly y: SceneColumn
  readonly series: readonly SceneSeries[]
  /** Bars lying down, for categories with long names. */
  readonly horizontal: boolean
  /** Bars without gaps, each as wide as its bin. */
  readonly binWidth: number | null
  /** What each dot stands for; null where the axis already says it. */
  readonly names: readonly string[] | null
  /** What was left out, in a sentence; null where everything is drawn. */
  readonly note: string | null
}

/**
 * What is to be seen, with no word on how it is drawn. Only web/scenes knows pixels.
 * Null numbers are NaN.
 */
export type Scene =
  | XyScene
  | { readonly kind: 'number'; readonly label: string; readonly value: number | null; readonly format: Format }
  | {
      readonly kind: 'table'
      readonly columns: readonly SceneColumn[]
      readonly rows: readonly (readonly Cell[])[]
      /** What was left out, in a sentence. */
      readonly note?: string
    }
  /** Nothing to draw, and why, in a sentence. */
  | { readonly kind: 'empty'; readonly reason: string }

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
}

/** The result to draw, with how each column is written and what it is; a missing part is told from the type. */
export type ChartData = {
  readonly table: Table
  readonly formats: Readonly<Record<string, Format>>
  readonly parts?: Readonly<Record<string, ColumnPart>>
}

export type ChartType = {
  readonly title: string
  /** When to choose it, in one sentence that people and models read. */
  readonly useWhen: string
  /** How well it would show this result, 0 to 1; 0 where it cannot. */
  readonly suits: (data: ChartData) => number
  /** Why it suits this result, in a sentence; asked only where it does. */
  readonly reason: (data: ChartData) => string
  /** The parts each column of this result would play. */
  readonly specFor: (data: ChartData) => ChartSpec
  readonly scene: (spec: ChartSpec, data: ChartData) => Scene
}
