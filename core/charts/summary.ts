import { formatCell } from '../format/format-cell.ts'
import { inSentence, plural } from './labels.ts'
import type { Scene, SceneColumn, SceneKind, SceneOf, XyScene } from './scenes.ts'
import { writeCell } from './write-cell.ts'

const nameOf = ({ label, name }: SceneColumn): string => inSentence(label ?? name)
const write = (value: number, column: SceneColumn): string => writeCell(Number.isNaN(value) ? null : value, column)
const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural(noun)}`

type Extremes = { readonly least: number; readonly most: number }

/** The places of the least and the most; null where nothing is known. */
function extremesOf(values: ArrayLike<number>): Extremes | null {
  let [least, most] = [-1, -1]
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN
    if (Number.isNaN(value)) continue
    if (least < 0 || value < (values[least] ?? 0)) least = at
    if (most < 0 || value > (values[most] ?? 0)) most = at
  }
  return least < 0 ? null : { least, most }
}

const textAt = ({ categories, positions, x }: XyScene, at: number): string =>
  categories?.[at] ?? write(positions?.[at] ?? Number.NaN, x)

/** `Highest: North with 40. Lowest: East with 12.` */
function ofRange(values: ArrayLike<number>, nameAt: (at: number) => string, column: SceneColumn): string {
  const found = extremesOf(values)
  if (found === null) return ''
  const { least, most } = found
  const said = (at: number): string => `${nameAt(at)} with ${write(values[at] ?? Number.NaN, column)}`
  return least === most ? ` ${said(most)}.` : ` Highest: ${said(most)}. Lowest: ${said(least)}.`
}

function ofXy(scene: XyScene): string {
  const { series, categories, positions, x, y } = scene
  const count = categories?.length ?? positions?.length ?? 0
  const [first] = series
  if (first?.style === 'dot') return `${counted(count, 'dot')} of ${nameOf(y)} against ${nameOf(x)}.`
  const head = `${nameOf(y)} by ${nameOf(x)}, ${counted(count, 'value')}`
  const named = head.charAt(0).toUpperCase() + head.slice(1)
  if (first === undefined || series.length > 1)
    return `${named} in ${counted(series.length, 'series')}: ${series.map(({ label }) => label).join(', ')}.`
  return `${named}.${ofRange(first.y, (at) => textAt(scene, at), y)}`
}

type Summaries = { readonly [Kind in SceneKind]: (scene: SceneOf<Kind>) => string }

const summaries: Summaries = {
  xy: ofXy,
  number: ({ label, value, format }) => `${label}: ${formatCell(value, format)}.`,
  table: ({ rows, columns }) => `${counted(rows.length, 'row')} of ${counted(columns.length, 'column')}.`,
  parts: ({ parts, y }) =>
    `${counted(parts.length, 'part')}: ${parts
      .slice(0, 8)
      .map(({ label, value, share }) => `${label} ${write(value, y)} (${formatCell(share, 'percent')})`)
      .join(', ')}.`,
  matrix: ({ rows, columns, x, y, value, cells }) =>
    `${counted(rows.length, 'row')} of ${nameOf(y)} by ${counted(columns.length, 'column')} of ${nameOf(x)}.${ofRange(
      cells.flat(),
      (at) => `${rows[Math.floor(at / columns.length)] ?? ''}, ${columns[at % columns.length] ?? ''}`,
      value,
    )}`,
  calendar: ({ days, values, x, value }) =>
    `${counted(days.length, 'day')}.${ofRange(values, (at) => write(days[at] ?? Number.NaN, x), value)}`,
  boxes: ({ boxes, y }) =>
    `${counted(boxes.length, 'box')}: ${boxes
      .slice(0, 8)
      .map(
        ({ label, middle, lower, upper }) =>
          `${label} median ${write(middle, y)}, half from ${write(lower, y)} to ${write(upper, y)}`,
      )
      .join('; ')}.`,
  meters: ({ meters, y, target }) =>
    `${meters
      .slice(0, 8)
      .map(
        ({ label, value, target: goal }) =>
          `${label} ${write(value, y)}${goal === null ? '' : ` of ${write(goal, target ?? y)}`}`,
      )
      .join(', ')}.`,
  slopes: ({ slopes, ends, y }) =>
    `From ${ends[0]} to ${ends[1]}: ${slopes
      .slice(0, 8)
      .map(({ label, from, to }) => `${label} ${write(from, y)} to ${write(to, y)}`)
      .join(', ')}.`,
  stems: ({ stems, y }) =>
    `${counted(stems.length, 'value')}.${ofRange(
      stems.map(({ value }) => value),
      (at) => stems[at]?.label ?? '',
      y,
    )}`,
  steps: ({ steps, y }) =>
    `${steps
      .slice(0, 12)
      .map(
        ({ label, from, to, isTotal }) =>
          `${label} ${isTotal ? '' : to >= from ? 'adds ' : 'takes '}${write(isTotal ? to : Math.abs(to - from), y)}`,
      )
      .join(', ')}.`,
  facets: ({ panels, by }) => `${counted(panels.length, 'panel')}, one for each ${nameOf(by)}.`,
  empty: ({ reason }) => reason,
}

/** What a scene shows, in a sentence or two, for those who cannot see it. */
export const summaryOf = (scene: Scene): string => (summaries[scene.kind] as (scene: Scene) => string)(scene)
