import type { Scene, SceneKind, SceneOf } from '../scenes.ts'

/** How the rows of a scene of one kind are counted, and how it is with the first of them alone. */
type Cut<Kind extends SceneKind> = {
  readonly rows: (scene: SceneOf<Kind>) => number
  /** The first rows; what is drawn by them keeps its scale and colours. */
  readonly first: (scene: SceneOf<Kind>, count: number) => SceneOf<Kind>
}

const yearOf = (moment: number): number => new Date(moment).getUTCFullYear()
const yearsOf = (days: readonly number[]): readonly number[] => [...new Set(days.map(yearOf))]

/** Bars of categories stand in rows where they lie down; all else of its kind needs no more height. */
const isBars = ({ categories, series }: SceneOf<'xy'>): boolean =>
  categories !== null && series.length > 0 && series.every(({ style }) => style === 'bar')

/** The steps without room are drawn as one, so that the total is still where they lead. */
function firstSteps(scene: SceneOf<'steps'>, count: number): SceneOf<'steps'> {
  const { steps } = scene
  const totals = steps.filter(({ isTotal }) => isTotal)
  const parts = steps.filter(({ isTotal }) => !isTotal)
  const shown = parts.slice(0, Math.max(1, count - totals.length - 1))
  const others = parts.slice(shown.length)
  const [next, last] = [others[0], others.at(-1)]
  if (next === undefined || last === undefined) return scene
  const label = `${others.length.toLocaleString('en')} others`
  return { ...scene, steps: [...shown, { label, from: next.from, to: last.to, isTotal: false }, ...totals] }
}

const cuts: { readonly [Kind in SceneKind]?: Cut<Kind> } = {
  xy: {
    rows: (scene) => (isBars(scene) ? (scene.categories?.length ?? 0) : 0),
    first: (scene, count) => ({
      ...scene,
      categories: scene.categories?.slice(0, count) ?? null,
      keys: scene.keys.slice(0, count),
      series: scene.series.map((each) => ({ ...each, y: Array.from(each.y).slice(0, count) })),
    }),
  },
  parts: {
    rows: ({ shape, parts }) => (shape === 'stages' ? parts.length : 0),
    first: (scene, count) => ({ ...scene, parts: scene.parts.slice(0, count) }),
  },
  matrix: {
    rows: ({ rows }) => rows.length,
    first: (scene, count) => ({
      ...scene,
      rows: scene.rows.slice(0, count),
      rowKeys: scene.rowKeys.slice(0, count),
      cells: scene.cells.slice(0, count),
    }),
  },
  calendar: {
    rows: ({ days }) => yearsOf(days).length,
    first(scene, count) {
      // The latest years are what people look for.
      const years = new Set(yearsOf(scene.days).slice(-count))
      const from = scene.days.findIndex((moment) => years.has(yearOf(moment)))
      return { ...scene, days: scene.days.slice(from), values: scene.values.slice(from) }
    },
  },
  boxes: {
    rows: ({ boxes }) => boxes.length,
    first: (scene, count) => ({ ...scene, boxes: scene.boxes.slice(0, count) }),
  },
  meters: {
    rows: ({ shape, meters }) => (shape === 'bullet' ? meters.length : 0),
    first: (scene, count) => ({ ...scene, meters: scene.meters.slice(0, count) }),
  },
  slopes: {
    rows: ({ slopes }) => slopes.length,
    first: (scene, count) => ({ ...scene, slopes: scene.slopes.slice(0, count) }),
  },
  stems: {
    rows: ({ stems }) => stems.length,
    first: (scene, count) => ({ ...scene, stems: scene.stems.slice(0, count) }),
  },
  steps: { rows: ({ steps }) => steps.length, first: firstSteps },
  facets: {
    rows: ({ panels }) => panels.length,
    first: (scene, count) => ({ ...scene, panels: scene.panels.slice(0, count) }),
  },
}

const cutOf = (scene: Scene): Cut<SceneKind> | undefined => cuts[scene.kind] as Cut<SceneKind> | undefined

/** How many rows of marks a scene has; 0 where it has none that more height would show. */
export const rowsIn = (scene: Scene): number => cutOf(scene)?.rows(scene) ?? 0

/** A scene with its first rows alone, and how many marks' rows are not drawn by themselves. */
export function firstRows<S extends Scene>(scene: S, count: number): { readonly scene: S; readonly left: number } {
  const all = rowsIn(scene)
  if (all <= count) return { scene, left: 0 }
  const cut = cutOf(scene)?.first(scene, count) as S
  const gathered = cut.kind === 'steps' ? 1 : 0
  return { scene: cut, left: all - rowsIn(cut) + gathered }
}
