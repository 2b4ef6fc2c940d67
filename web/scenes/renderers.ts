import type { Layout } from '#core/charts/drawing/drawing.ts'
import type { Scene, SceneKind } from '#core/charts/scenes.ts'
import { EmptyView } from './empty-view.tsx'
import { NumberView } from './number-view.tsx'
import { TableView } from './table-view.tsx'
import type { View } from './view-props.ts'

/** Draws scenes of one kind: at once, or with code that is fetched when the first of them is shown. */
export type Renderer<Kind extends SceneKind> =
  | { readonly view: View<Kind> }
  | { readonly load: () => Promise<View<Kind>> }

/** A view of shapes, with the code that lays them out. */
async function drawn<Kind extends SceneKind>(layout: Promise<Layout<Kind>>): Promise<View<Kind>> {
  const [{ viewOf }, lay] = await Promise.all([import('./drawn-view.tsx'), layout])
  return viewOf(lay)
}

/** How each kind of scene is drawn. A new one is its layout and a few lines here. */
const renderers: { readonly [Kind in SceneKind]: Renderer<Kind> } = {
  number: { view: NumberView },
  table: { view: TableView },
  empty: { view: EmptyView },
  xy: {
    load: async () => (await import('./xy-view.tsx')).XyView,
  },
  parts: {
    load: () => drawn(import('#core/charts/drawing/parts.ts').then(({ layParts }) => layParts)),
  },
  matrix: {
    load: () => drawn(import('#core/charts/drawing/matrix.ts').then(({ layMatrix }) => layMatrix)),
  },
  calendar: {
    load: () => drawn(import('#core/charts/drawing/calendar.ts').then(({ layCalendar }) => layCalendar)),
  },
  boxes: {
    load: () => drawn(import('#core/charts/drawing/boxes.ts').then(({ layBoxes }) => layBoxes)),
  },
  meters: {
    load: () => drawn(import('#core/charts/drawing/meters.ts').then(({ layMeters }) => layMeters)),
  },
  slopes: {
    load: () => drawn(import('#core/charts/drawing/slopes.ts').then(({ laySlopes }) => laySlopes)),
  },
  stems: {
    load: () => drawn(import('#core/charts/drawing/stems.ts').then(({ layStems }) => layStems)),
  },
  steps: {
    load: () => drawn(import('#core/charts/drawing/steps.ts').then(({ laySteps }) => laySteps)),
  },
  facets: {
    load: async () => (await import('./facets-view.tsx')).FacetsView,
  },
}

/** The renderer of a scene's kind. */
export const rendererOf = (scene: Scene): Renderer<SceneKind> => renderers[scene.kind] as unknown as Renderer<SceneKind>
