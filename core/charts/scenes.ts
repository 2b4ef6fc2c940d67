import type { DatePart, Format, Grain } from '../semantic/vocabulary.ts'
import type { Cell, ColumnType } from '../table/table.ts'

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

/** How the marks of a series are drawn. */
type MarkStyle = 'line' | 'step' | 'area' | 'bar' | 'dot'

/** Marks of one colour: one y for each category or position. */
export type SceneSeries = {
  readonly label: string
  readonly y: ArrayLike<number>
  readonly style: MarkStyle
  /** The value that its marks share, as a filter would name it; missing where a measure makes the series. */
  readonly key?: Cell
}

/** A value that the marks are compared with. */
export type SceneLine = { readonly label: string; readonly value: number }

type Point = { readonly x: number; readonly y: number }

/** A straight line through the points of a series, between two positions. */
export type SceneTrend = {
  readonly label: string
  readonly series: number
  readonly from: Point
  readonly to: Point
}

/** What the marks of a stacked scene show: their sum, or their shares of it. */
export type Stack = 'sum' | 'share'

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
  /** The series stand on each other; side by side where missing. */
  readonly stack?: Stack
  /** What the size of each dot shows. */
  readonly sizes?: { readonly column: SceneColumn; readonly values: ArrayLike<number> }
  /** The range of the y axis, where scenes beside each other share it. */
  readonly reach?: { readonly min: number; readonly max: number }
  /** The range of the x axis, where a part of it is looked at. */
  readonly across?: { readonly min: number; readonly max: number }
  /** Ends of the y axis that somebody chose; null where it ends by itself. What is beyond is cut off. */
  readonly bounds?: { readonly min: number | null; readonly max: number | null }
  readonly lines?: readonly SceneLine[]
  readonly trends?: readonly SceneTrend[]
}

type NumberScene = {
  readonly kind: 'number'
  readonly label: string
  readonly value: number | null
  readonly format: Format
}

type TableScene = {
  readonly kind: 'table'
  readonly columns: readonly SceneColumn[]
  readonly rows: readonly (readonly Cell[])[]
  /** What was left out, in a sentence. */
  readonly note?: string
}

/** One part of a whole, one stage, one tile of a treemap. */
export type Part = {
  readonly label: string
  readonly value: number
  /** Of the whole; of the first for stages. */
  readonly share: number
  /** The value behind it, as a filter would name it; missing where it stands for several. */
  readonly key?: Cell
  /** What several parts belong to. */
  readonly group?: string
}

/** Parts of a whole, in the order in which they are drawn. */
export type PartsScene = {
  readonly kind: 'parts'
  readonly shape: 'pie' | 'ring' | 'tiles' | 'stages'
  readonly x: SceneColumn
  readonly y: SceneColumn
  readonly parts: readonly Part[]
  readonly total: number
  readonly note: string | null
}

/** Cells coloured by value. */
export type MatrixScene = {
  readonly kind: 'matrix'
  readonly x: SceneColumn
  readonly y: SceneColumn
  readonly value: SceneColumn
  readonly columns: readonly string[]
  readonly rows: readonly string[]
  readonly columnKeys: readonly Cell[]
  readonly rowKeys: readonly Cell[]
  /** One list of values for each row; NaN where there is none. */
  readonly cells: readonly (readonly number[])[]
  /** From the least to the most, or both ways from zero. */
  readonly scale: 'sequential' | 'diverging'
  readonly range: { readonly min: number; readonly max: number }
  readonly note: string | null
}

/** Days coloured by value, a row of weeks for each year. */
type CalendarScene = {
  readonly kind: 'calendar'
  readonly x: SceneColumn
  readonly value: SceneColumn
  /** Midnights, milliseconds UTC, ascending, with a value each. */
  readonly days: readonly number[]
  readonly values: readonly number[]
  readonly range: { readonly min: number; readonly max: number }
  readonly note: string | null
}

/** The five figures of a distribution, and the values beyond the whiskers. */
export type Box = {
  readonly label: string
  readonly key: Cell
  readonly low: number
  readonly lower: number
  readonly middle: number
  readonly upper: number
  readonly high: number
  readonly outliers: readonly number[]
}

type BoxesScene = {
  readonly kind: 'boxes'
  readonly x: SceneColumn
  readonly y: SceneColumn
  readonly boxes: readonly Box[]
  readonly note: string | null
}

/** A figure beside what it should reach. */
export type Meter = {
  readonly label: string
  readonly key: Cell
  readonly value: number
  readonly target: number | null
}

export type MetersScene = {
  readonly kind: 'meters'
  readonly shape: 'dial' | 'bullet'
  readonly x: SceneColumn | null
  readonly y: SceneColumn
  readonly target: SceneColumn | null
  readonly meters: readonly Meter[]
  readonly range: { readonly min: number; readonly max: number }
  readonly note: string | null
}

/** Each category's value at a first and a second moment. */
export type SlopesScene = {
  readonly kind: 'slopes'
  readonly x: SceneColumn
  readonly y: SceneColumn
  readonly ends: readonly [string, string]
  readonly slopes: readonly {
    readonly label: string
    readonly key: Cell
    readonly from: number
    readonly to: number
  }[]
  readonly note: string | null
}

/** A value for each category, as a dot on a stem from zero. */
type StemsScene = {
  readonly kind: 'stems'
  readonly x: SceneColumn
  readonly y: SceneColumn
  readonly stems: readonly { readonly label: string; readonly key: Cell; readonly value: number }[]
  readonly note: string | null
}

/** Changes that lead from nothing to a total, each beginning where the one before ends. */
export type StepsScene = {
  readonly kind: 'steps'
  readonly x: SceneColumn
  readonly y: SceneColumn
  readonly steps: readonly {
    readonly label: string
    /** Missing for the total. */
    readonly key?: Cell
    readonly from: number
    readonly to: number
    readonly isTotal: boolean
  }[]
  readonly note: string | null
}

/** The same picture for each value of a column, on shared axes. */
export type FacetsScene = {
  readonly kind: 'facets'
  readonly by: SceneColumn
  readonly panels: readonly { readonly label: string; readonly key: Cell; readonly scene: XyScene }[]
  readonly note: string | null
}

/** Nothing to draw, and why, in a sentence. */
export type EmptyScene = { readonly kind: 'empty'; readonly reason: string }

/**
 * What is to be seen, with no word on how it is drawn. Only web/scenes knows pixels.
 * Null numbers are NaN.
 */
export type Scene = {
  /** How many places the palette is turned, so that another colour comes first. */
  readonly turn?: number
} & (
  | XyScene
  | NumberScene
  | TableScene
  | PartsScene
  | MatrixScene
  | CalendarScene
  | BoxesScene
  | MetersScene
  | SlopesScene
  | StemsScene
  | StepsScene
  | FacetsScene
  | EmptyScene
)
export type SceneKind = Scene['kind']
/** A scene of one kind. */
export type SceneOf<Kind extends SceneKind> = Extract<Scene, { kind: Kind }>
