import type { Layout } from '#core/charts/drawing/drawing.ts'
import type { Scene, SceneKind, SceneOf } from '#core/charts/scenes.ts'
import { EmptyView } from './empty-view.tsx'
import { NumberView } from './number-view.tsx'
import { TableView } from './table-view.tsx'
import type { View } from './view-props.ts'

/** Draws scenes of one kind: at once, or with code that is fetched when the first of them is shown. */
export type Renderer<Kind extends SceneKind> = (
  | { readonly view: View<Kind> }
  | { readonly load: () => Promise<View<Kind>> }
) & {
  /** How tall it is where it may choose, in pixels; null where it is as tall as what it holds. */
  readonly height: (scene: SceneOf<Kind>) => number | null
}

/** Pixels: of a picture without a reason for another height, and of the most that anything takes. */
const usual = 320
const most = 420

/** What rows of marks take: each, and around them. */
const rowsHeight = (rows: number, each: number, around = 24): number =>
  Math.min(most, Math.max(96, rows * each + around))

/** Bars few enough to count need less height; lying bars as much as they are many. */
function barsHeight({ categories, series, horizontal, stack }: SceneOf<'xy'>): number | null {
  if (categories === null || !series.some(({ style }) => style === 'bar')) return null
  const beside = stack ? 1 : series.length
  if (horizontal)
    return rowsHeight(categories.length, beside === 1 ? 30 : 12 + beside * 10, series.length > 1 ? 72 : 24)
  return categories.length * beside <= 4 ? 220 : usual
}

const yearsOf = (days: readonly number[]): number =>
  new Set(days.map((moment) => new Date(moment).getUTCFullYear())).size

/** A view of shapes, with the code that lays them out. */
async function drawn<Kind extends SceneKind>(layout: Promise<Layout<Kind>>): Promise<View<Kind>> {
  const [{ viewOf }, lay] = await Promise.all([import('./drawn-view.tsx'), layout])
  return viewOf(lay)
}

/** How each kind of scene is drawn. A new one is its layout and a few lines here. */
const renderers: { readonly [Kind in SceneKind]: Renderer<Kind> } = {
  number: { view: NumberView, height: () => null },
  table: { view: TableView, height: () => null },
  empty: { view: EmptyView, height: () => 96 },
  xy: {
    load: async () => (await import('./xy-view.tsx')).XyView,
    height: (scene) => barsHeight(scene) ?? usual,
  },
  parts: {
    load: () => drawn(import('#core/charts/drawing/parts.ts').then(({ layParts }) => layParts)),
    height: ({ shape, parts }) => (shape === 'stages' ? rowsHeight(parts.length, 44) : shape === 'tiles' ? usual : 260),
  },
  matrix: {
    load: () => drawn(import('#core/charts/drawing/matrix.ts').then(({ layMatrix }) => layMatrix)),
    height: ({ rows }) => rowsHeight(rows.length, 30, 64),
  },
  calendar: {
    load: () => drawn(import('#core/charts/drawing/calendar.ts').then(({ layCalendar }) => layCalendar)),
    height: ({ days }) => rowsHeight(yearsOf(days), 130, 24),
  },
  boxes: {
    load: () => drawn(import('#core/charts/drawing/boxes.ts').then(({ layBoxes }) => layBoxes)),
    height: ({ boxes }) => rowsHeight(boxes.length, 42, 32),
  },
  meters: {
    load: () => drawn(import('#core/charts/drawing/meters.ts').then(({ layMeters }) => layMeters)),
    height: ({ shape, meters }) => (shape === 'dial' ? 200 : rowsHeight(meters.length, 40, 32)),
  },
  slopes: {
    load: () => drawn(import('#core/charts/drawing/slopes.ts').then(({ laySlopes }) => laySlopes)),
    height: ({ slopes }) => Math.max(usual, rowsHeight(slopes.length, 18, 48)),
  },
  stems: {
    load: () => drawn(import('#core/charts/drawing/stems.ts').then(({ layStems }) => layStems)),
    height: ({ stems }) => rowsHeight(stems.length, 30),
  },
  steps: {
    load: () => drawn(import('#core/charts/drawing/steps.ts').then(({ laySteps }) => laySteps)),
    height: ({ steps }) => rowsHeight(steps.length, 34, 32),
  },
  facets: {
    load: async () => (await import('./facets-view.tsx')).FacetsView,
    height: ({ panels }) => (panels.length > 2 ? most : usual),
  },
}

/** The renderer of a scene's kind. */
export const rendererOf = (scene: Scene): Renderer<SceneKind> => renderers[scene.kind] as unknown as Renderer<SceneKind>

/** How tall the picture of a scene is where it may choose, in pixels; null where it is as tall as what it holds. */
export const heightOf = (scene: Scene): number | null => rendererOf(scene).height(scene)
