import type { ComponentType } from 'preact'
import type { SceneKind, SceneOf } from '#core/charts/scenes.ts'
import type { Cell } from '#core/table/table.ts'

export type ViewProps<Kind extends SceneKind = SceneKind> = {
  readonly scene: SceneOf<Kind>
  /** What it shows, for those who cannot see it: the title of its tile. */
  readonly label: string
  /** A mark was chosen: the value of its category or position, and of its series, as a filter would name them. */
  readonly onPick?: ((value: Cell, series?: Cell) => void) | undefined
}

export type View<Kind extends SceneKind = SceneKind> = ComponentType<ViewProps<Kind>>
