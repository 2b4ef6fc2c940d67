import type { Cell } from '../../table/table.ts'
import type { SceneKind, SceneOf } from '../scenes.ts'

/** A colour by what it is for: of a series, by how much (0 to 1), to which side and how far (-1 to 1), or of the page. */
export type Paint =
  | { readonly series: number }
  | { readonly amount: number }
  | { readonly side: number }
  | 'ink'
  | 'muted'
  | 'faint'
  | 'line'
  | 'strong'
  | 'surface'
  | 'rest'
  | 'none'

type Painted = {
  readonly fill?: Paint
  readonly stroke?: Paint
  /** Of the stroke, in pixels. */
  readonly line?: number
  readonly opacity?: number
  /** Of the stroke: how long it is drawn and left out, in pixels. */
  readonly dash?: readonly number[]
}

export type TextShape = {
  readonly shape: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly fill: Paint
  readonly anchor?: 'start' | 'middle' | 'end'
  /** In pixels; labels have 11. */
  readonly size?: number
  readonly isBold?: boolean
  /** In degrees, around its own place. */
  readonly turn?: number
}

export type Shape =
  | (Painted & { readonly shape: 'path'; readonly d: string })
  | (Painted & {
      readonly shape: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius?: number
    })
  | (Painted & { readonly shape: 'circle'; readonly x: number; readonly y: number; readonly r: number })
  | TextShape
  /** Shapes around a place of their own, cut off at a size where there is one. */
  | {
      readonly shape: 'group'
      readonly x: number
      readonly y: number
      readonly shapes: readonly Shape[]
      readonly clip?: Size
    }

/** What belongs together, is pointed at, and is read out. */
export type DrawnMark = {
  readonly shapes: readonly Shape[]
  /** Where its tooltip points to. */
  readonly at: { readonly x: number; readonly y: number }
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  /** The values it stands for, as a filter would name them; missing where it stands for none. */
  readonly key?: Cell
  readonly series?: Cell
}

/** A scene laid out: shapes in pixels, and which of them are marks. */
export type Drawing = {
  readonly width: number
  /** Taller than the room where it scrolls. */
  readonly height: number
  readonly under: readonly Shape[]
  readonly marks: readonly DrawnMark[]
  readonly over: readonly Shape[]
  /** How many marks stand beside each other, where they stand in rows. */
  readonly across?: number
  /** The rectangle between the axes, where there are axes on both sides. */
  readonly area?: Box
}

/** How wide a text is, in pixels. */
export type Measure = (text: string) => number

export type Point = { readonly x: number; readonly y: number }
export type Size = { readonly width: number; readonly height: number }
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Where the end of a mark stands, in pixels from the top left of the plot. */
export type Mark = { readonly series: number; readonly x: number; readonly y: number }

/** Which mark is meant: its category or position, and its series. */
export type MarkIndex = { readonly at: number; readonly series: number }

export type Room = Size & { readonly measure: Measure }

/** Lays out scenes of one kind. */
export type Layout<Kind extends SceneKind> = (scene: SceneOf<Kind>, room: Room) => Drawing
