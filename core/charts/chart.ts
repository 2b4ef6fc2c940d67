import { z } from 'zod'
import type { Cell, ColumnType, Table } from '../table/table.ts'
import type { Format } from '../semantic/vocabulary.ts'

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
export type SceneColumn = { readonly name: string; readonly type: ColumnType; readonly format: Format }

/**
 * What is to be seen, with no word on how it is drawn. Only web/scenes knows pixels.
 * Null numbers are NaN.
 */
export type Scene =
  | {
      readonly kind: 'xy'
      readonly x: SceneColumn
      /** Categories as text, or positions as numbers (moments: milliseconds UTC). */
      readonly categories: readonly string[] | null
      readonly positions: ArrayLike<number> | null
      readonly y: SceneColumn
      readonly series: readonly {
        readonly label: string
        readonly y: ArrayLike<number>
        readonly style: 'line' | 'bar' | 'dot'
      }[]
      /** Bars lying down, for categories with long names. */
      readonly horizontal: boolean
      /** Bars without gaps, each as wide as its bin. */
      readonly binWidth: number | null
    }
  | { readonly kind: 'number'; readonly label: string; readonly value: number | null; readonly format: Format }
  | { readonly kind: 'table'; readonly columns: readonly SceneColumn[]; readonly rows: readonly (readonly Cell[])[] }
  /** Nothing to draw, and why, in a sentence. */
  | { readonly kind: 'empty'; readonly reason: string }

/** The result to draw, with how each column is written. */
export type ChartData = { readonly table: Table; readonly formats: Readonly<Record<string, Format>> }

export type ChartType = {
  readonly title: string
  /** When to choose it, in one sentence that people and models read. */
  readonly useWhen: string
  /** How well it would show this result, 0 to 1; 0 where it cannot. */
  readonly suits: (data: ChartData) => number
  /** The parts each column of this result would play. */
  readonly specFor: (data: ChartData) => ChartSpec
  readonly scene: (spec: ChartSpec, data: ChartData) => Scene
}
