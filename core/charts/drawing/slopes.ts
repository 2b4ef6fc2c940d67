import { formatCell } from '../../format/format-cell.ts'
import type { SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { DrawnMark, Layout, Room, Shape } from './drawing.ts'
import { cutText, px, spread, widestOf } from './texts.ts'

const line = 15

type Slopes = SceneOf<'slopes'>
type Slope = Slopes['slopes'][number]

type Frame = {
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** Where names begin, and how wide they may be. */
  readonly names: { readonly x: number; readonly width: number }
  readonly up: (value: number) => number
}

const write = (value: number, { y }: Slopes): string => formatCell(value, y.format, { compact: true, type: y.type })

function frameOf(scene: Slopes, { width, height: room, measure }: Room): Frame {
  const { slopes } = scene
  const height = Math.max(room, slopes.length * line + 40)
  const values = slopes.flatMap(({ from, to }) => [from, to])
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const [top, bottom] = [30, height - 12]
  const figures = widestOf(
    values.map((value) => write(value, scene)),
    measure,
  )
  const widest = widestOf(
    slopes.map(({ label }) => label),
    measure,
  )
  const names = Math.min(widest + 2, Math.max(40, width * 0.36 - figures - 16))
  const right = px(width - figures - names - 22)
  return {
    height,
    top,
    bottom,
    left: figures + 12,
    right,
    names: { x: right + 16 + figures, width: names },
    up: (value) => bottom - ((value - least) / (most - least || 1)) * (bottom - top),
  }
}

/** A line between two dots, with the figure at either end and the name at the second. */
function shapesOf(
  scene: Slopes,
  slope: Slope,
  frame: Frame,
  texts: { from: number; to: number; name: string },
): Shape[] {
  const paint = { series: slope.to >= slope.from ? 0 : 1 }
  const { left, right, up, names } = frame
  const [a, b] = [px(up(slope.from)), px(up(slope.to))]
  const [from, to] = [px(texts.from + 4), px(texts.to + 4)]
  return [
    { shape: 'path', d: `M${left} ${a}L${right} ${b}`, stroke: paint, line: 2 },
    { shape: 'circle', x: left, y: a, r: 4, fill: paint },
    { shape: 'circle', x: right, y: b, r: 4, fill: paint },
    { shape: 'text', x: left - 10, y: from, text: write(slope.from, scene), anchor: 'end', fill: 'muted' },
    { shape: 'text', x: right + 10, y: to, text: write(slope.to, scene), fill: 'ink' },
    { shape: 'text', x: names.x, y: to, text: texts.name, fill: 'muted' },
  ]
}

function linesOf({ ends, y }: Slopes, { from, to }: Slope): DrawnMark['lines'] {
  const change = from === 0 ? [] : [{ label: 'Change', value: formatCell((to - from) / Math.abs(from), 'percent') }]
  return [{ label: ends[0], value: writeCell(from, y) }, { label: ends[1], value: writeCell(to, y) }, ...change]
}

function axesOf({ ends }: Slopes, { left, right, top, bottom }: Frame, { measure, width }: Room): Shape[] {
  const name = (text: string, x: number, anchor: 'start' | 'end'): Shape => ({
    shape: 'text',
    x,
    y: 12,
    text: cutText(text, (right - left) / 2 - 4, measure),
    anchor,
    fill: 'faint',
  })
  return [
    {
      shape: 'path',
      d: `M${left} ${top - 8}V${bottom + 4}M${right} ${top - 8}V${bottom + 4}`,
      stroke: 'line',
      line: 1,
    },
    name(ends[0], Math.max(0, left - 10), 'start'),
    name(ends[1], Math.min(width, right + 10), 'end'),
  ]
}

/** A line for each category from its value at the first end to that at the second, named at both. */
export const laySlopes: Layout<'slopes'> = (scene: Slopes, room) => {
  const { slopes } = scene
  const frame = frameOf(scene, room)
  const { up, left, right, bottom } = frame
  const placed = (values: readonly number[]): readonly number[] => spread(values.map(up), line, bottom + 8)
  const [from, to] = [placed(slopes.map((slope) => slope.from)), placed(slopes.map((slope) => slope.to))]
  const marks = slopes.map((slope, at): DrawnMark => {
    const name = cutText(slope.label, frame.names.width, room.measure)
    return {
      shapes: shapesOf(scene, slope, frame, { from: from[at] ?? 0, to: to[at] ?? 0, name }),
      at: { x: (left + right) / 2, y: (up(slope.from) + up(slope.to)) / 2 },
      title: slope.label,
      lines: linesOf(scene, slope),
      key: slope.key,
    }
  })
  return { width: room.width, height: frame.height, under: axesOf(scene, frame, room), marks, over: [], across: 1 }
}
