import type { Place } from '../dashboard/dashboard.ts'

/** What the first response holds of the sample's dashboard: where its tiles stand, and its first chart, drawn. */
export type FirstLook = {
  readonly name: string
  readonly tiles: readonly { readonly id: string; readonly title: string; readonly place: Place }[]
  /** The title of the tile of the chart. */
  readonly chart: string
  /** The chart as SVG, for several widths in pixels, the least first. */
  readonly drawings: readonly { readonly width: number; readonly svg: string }[]
}

/** The id of the element that holds it, as JSON. */
export const firstLookId = 'first-look'
