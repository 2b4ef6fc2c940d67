import type { ComponentChildren, ComponentType } from 'preact'
import type { SceneKind, SceneOf } from '#core/charts/scenes.ts'
import type { Selected } from '#core/charts/drawing/view-window.ts'
import type { Cell } from '#core/table/table.ts'

/** The rows that a view has no room for. */
export type RowsLeft = {
  readonly count: number
  /** What they are: `cities`. */
  readonly rows: string
  /** Pixels that the picture of all rows takes. */
  readonly height: number
}

export type ViewProps<Kind extends SceneKind = SceneKind> = {
  readonly scene: SceneOf<Kind>
  /** What it shows, for those who cannot see it: the title of its tile. */
  readonly label: string
  /** A mark was chosen: the value of its category or position, and of its series, as a filter would name them. */
  readonly onPick?: ((value: Cell, series?: Cell) => void) | undefined
  /** Marks were selected together, to be filtered by. */
  readonly onSelect?: ((selected: Selected) => void) | undefined
  /** What opens the rows left out; missing where all are to be drawn, whatever the room. */
  readonly more?: ((left: RowsLeft) => ComponentChildren) | undefined
}

export type View<Kind extends SceneKind = SceneKind> = ComponentType<ViewProps<Kind>>
