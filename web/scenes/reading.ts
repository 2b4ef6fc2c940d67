import type { SceneColumn, XyScene } from '#core/charts/scenes.ts'
import { writeCell } from '#core/charts/write-cell.ts'

/** One line of a tooltip: which series, and its value as people read it. */
type ReadingLine = { readonly series: number; readonly label: string; readonly value: string }

/** What one category or position says. */
export type Reading = { readonly title: string; readonly lines: readonly ReadingLine[] }

/** What a column is called. */
export const labelOf = ({ label, name }: SceneColumn): string => label ?? name

const valueText = (value: number, column: SceneColumn): string => writeCell(Number.isNaN(value) ? null : value, column)

/** The words for a category, a position or a bin. */
export function titleAt({ x, categories, positions, binWidth, names }: XyScene, at: number): string {
  if (categories) return categories[at] ?? ''
  if (names) return names[at] ?? ''
  const position = positions?.[at] ?? Number.NaN
  if (binWidth === null) return valueText(position, x)
  // Without this, a bin from 0.1 would end at 0.30000000000000004.
  const end = Number((position + binWidth).toPrecision(12))
  return `${valueText(Number(position.toPrecision(12)), x)} – ${valueText(end, x)}`
}

const isDots = ({ series }: XyScene): boolean => series.some(({ style }) => style === 'dot')

function dotLines({ x, y, positions, series, sizes }: XyScene, at: number): ReadingLine[] {
  const mine = series.findIndex((each) => !Number.isNaN(each.y[at] ?? Number.NaN))
  const value = series[mine]?.y[at] ?? Number.NaN
  return [
    ...(series.length > 1 ? [{ series: mine, label: series[mine]?.label ?? '', value: '' }] : []),
    { series: -1, label: labelOf(x), value: valueText(positions?.[at] ?? Number.NaN, x) },
    { series: -1, label: labelOf(y), value: valueText(value, y) },
    ...(sizes
      ? [{ series: -1, label: labelOf(sizes.column), value: valueText(sizes.values[at] ?? Number.NaN, sizes.column) }]
      : []),
  ]
}

/** Everything known of one category or position, in the order of the series. */
export function readingAt(scene: XyScene, at: number): Reading {
  const title = titleAt(scene, at)
  if (isDots(scene)) return { title: scene.names ? title : '', lines: dotLines(scene, at) }
  const lines = scene.series.map(({ label, y }, series) => ({
    series,
    label,
    value: valueText(y[at] ?? Number.NaN, scene.y),
  }))
  return { title, lines }
}

/** One mark in a sentence, for the ear. */
export function spokenAt(scene: XyScene, at: number, series: number): string {
  const { title, lines } = readingAt(scene, at)
  const told = isDots(scene) ? lines : lines.filter((line) => line.series === series)
  const values = told.map(({ label, value }) => (value === '' ? label : `${label} ${value}`)).join(', ')
  return title === '' ? values : `${title}: ${values}`
}

/** How many categories or positions there are. */
export const countOf = ({ categories, positions }: XyScene): number => categories?.length ?? positions?.length ?? 0
