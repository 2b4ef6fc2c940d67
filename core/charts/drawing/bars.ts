import type { XyScene } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import { besideOf, layBars, type BarLayout } from './bar-layout.ts'
import { barPlaces } from './bar-places.ts'
import type { Drawing, DrawnMark, Mark, Measure, Room, Shape } from './drawing.ts'
import { linesOver } from './lines-over.ts'
import { endsOf } from './stacked.ts'
import { cutText, px } from './texts.ts'

/** Between bars of one category: this share of a bar's thickness. */
const barGap = 0.12
const corner = 2

type Bar = { readonly layout: BarLayout; readonly ends: readonly ArrayLike<number>[] }

/** Where a value stands along the axis of values. */
function along({ area, axis, horizontal }: Pick<BarLayout, 'area' | 'axis' | 'horizontal'>, value: number): number {
  const part = (value - axis.min) / (axis.max - axis.min || 1)
  return horizontal ? area.left + part * area.width : area.top + (1 - part) * area.height
}

function grid({ area, axis, axisTexts, horizontal, endLabels }: BarLayout): Shape[] {
  if (endLabels) return []
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  return axis.ticks.flatMap((tick, at): Shape[] => {
    const place = px(along({ area, axis, horizontal }, tick))
    const d = horizontal ? `M${place} ${area.top}V${px(bottom)}` : `M${px(area.left)} ${place}H${px(right)}`
    const text = axisTexts[at] ?? ''
    return [
      { shape: 'path', d, stroke: tick === 0 ? 'strong' : 'line', line: 1 },
      horizontal
        ? { shape: 'text', x: place, y: px(bottom + 17), text, anchor: 'middle', fill: 'faint' }
        : { shape: 'text', x: px(area.left - 8), y: px(place + 4), text, anchor: 'end', fill: 'faint' },
    ]
  })
}

function namesOf({ categories }: XyScene, layout: BarLayout, measure: Measure): Shape[] {
  const { area, horizontal, nameWidth, nameEvery } = layout
  const names = categories ?? []
  const slot = (horizontal ? area.height : area.width) / Math.max(1, names.length)
  return names.flatMap((name, at): Shape[] => {
    if (at % nameEvery !== 0) return []
    const middle = (at + 0.5) * slot
    const text = cutText(name, nameWidth, measure)
    return [
      horizontal
        ? { shape: 'text', x: px(area.left - 8), y: px(area.top + middle + 4), text, anchor: 'end', fill: 'muted' }
        : {
            shape: 'text',
            x: px(area.left + middle),
            y: px(area.top + area.height + 17),
            text,
            anchor: 'middle',
            fill: 'faint',
          },
    ]
  })
}

/** A bar whose far corners are round; those of a stack are not. */
function barPath(layout: BarLayout, ends: { from: number; to: number }, across: { at: number; thick: number }): string {
  const radius = Math.min(corner, Math.abs(ends.to - ends.from), across.thick / 2)
  const [from, to] = [px(ends.from), px(ends.to)]
  const back = px(to > from ? to - radius : to + radius)
  const [near, far] = [px(across.at - across.thick / 2), px(across.at + across.thick / 2)]
  const [inner, outer] = [px(near + radius), px(far - radius)]
  return layout.horizontal
    ? `M${from} ${near}H${back}Q${to} ${near} ${to} ${inner}V${outer}Q${to} ${far} ${back} ${far}H${from}Z`
    : `M${near} ${from}V${back}Q${near} ${to} ${inner} ${to}H${outer}Q${far} ${to} ${far} ${back}V${from}Z`
}

const known = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value)

/** A bar beyond the axis ends with it. */
function within({ area, horizontal }: BarLayout, end: number): number {
  const [from, size] = horizontal ? [area.left, area.width] : [area.top, area.height]
  return Math.max(from, Math.min(from + size, end))
}

function shapeOf(scene: XyScene, bar: Bar, { series, x, y }: Mark, at: number): Shape {
  const { layout, ends } = bar
  const value = scene.series[series]?.y[at]
  const start = scene.stack ? known(ends[series]?.[at]) - known(value) : 0
  const from = along(layout, Math.max(layout.axis.min, Math.min(layout.axis.max, start)))
  const [end, middle] = layout.horizontal ? [x, y] : [y, x]
  const to = within(layout, end)
  const thick = layout.thickness * (besideOf(scene) > 1 ? 1 - barGap : 1)
  return {
    shape: 'path',
    d: barPath(layout, { from, to }, { at: middle, thick }),
    fill: { series },
    ...(scene.stack ? { stroke: 'surface', line: 0.5 } : {}),
  }
}

function marksOf(scene: XyScene, layout: BarLayout): DrawnMark[] {
  const { marksAt } = barPlaces(scene, layout)
  const bar: Bar = { layout, ends: endsOf(scene) }
  return (scene.categories ?? []).flatMap((title, at) =>
    marksAt(at).map((mark): DrawnMark => {
      const own = scene.series[mark.series]
      return {
        shapes: [shapeOf(scene, bar, mark, at)],
        at: { x: mark.x, y: mark.y },
        title,
        lines: [{ label: own?.label ?? '', value: writeCell(own?.y[at] ?? null, scene.y) }],
        key: scene.keys[at] ?? null,
        ...(own?.key === undefined ? {} : { series: own.key }),
      }
    }),
  )
}

function endTexts(scene: XyScene, layout: BarLayout): Shape[] {
  const { endLabels } = layout
  if (endLabels === null) return []
  const places = barPlaces(scene, layout)
  return (scene.categories ?? []).flatMap((_, at) =>
    places.marksAt(at).map(({ series, x, y }): Shape => ({
      shape: 'text',
      x: px(within(layout, x) + 6),
      y: px(y + 4),
      text: endLabels[series]?.[at] ?? '',
      fill: 'muted',
    })),
  )
}

/** Bars of categories, as the page draws them. */
export function layCategoryBars(scene: XyScene, { width, height, measure }: Room): Drawing {
  const layout = layBars(scene, measure, { width, height })
  return {
    ...layout.size,
    under: [...grid(layout), ...namesOf(scene, layout, measure)],
    marks: marksOf(scene, layout),
    over: [
      ...endTexts(scene, layout),
      ...linesOver(scene, { area: layout.area, horizontal: layout.horizontal, along: (value) => along(layout, value) }),
    ],
    across: scene.stack ? scene.series.length : 1,
    area: layout.area,
  }
}
