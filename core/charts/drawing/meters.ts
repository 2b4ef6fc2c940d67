import { formatCell } from '../../format/format-cell.ts'
import type { Meter, MetersScene, SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { Drawing, DrawnMark, Layout, Room, Shape } from './drawing.ts'
import { rowFrame } from './row-frame.ts'
import { px } from './texts.ts'

const known = (value: number): number | null => (Number.isNaN(value) ? null : value)

function linesOf({ y, target }: MetersScene, meter: Meter): DrawnMark['lines'] {
  const goal = meter.target
  return [
    { label: y.label ?? y.name, value: writeCell(known(meter.value), y) },
    ...(goal === null ? [] : [{ label: target?.label ?? 'Target', value: writeCell(goal, target ?? y) }]),
    ...(goal ? [{ label: 'Reached', value: formatCell(meter.value / goal, 'percent') }] : []),
  ]
}

/** A part of a ring from one angle to another, in half turns from the left. */
function arc(x: number, y: number, radius: number, part: readonly [number, number]): string {
  const [from, to] = part.map((each) => Math.PI * (1 - each)) as [number, number]
  const point = (angle: number): string => `${px(x + radius * Math.cos(angle))} ${px(y - radius * Math.sin(angle))}`
  return `M${point(from)}A${px(radius)} ${px(radius)} 0 0 1 ${point(to)}`
}

type Dial = { readonly x: number; readonly y: number; readonly radius: number; readonly thick: number }

function placeDial({ width, height }: Room): Dial {
  const radius = Math.max(30, Math.min(width / 2 - 24, height - 46))
  const y = Math.min(height - 26, radius + 18 + (height - radius - 46) / 2)
  return { x: width / 2, y, radius, thick: Math.max(8, radius * 0.2) }
}

/** A tick across the ring, at what should be reached. */
function tickOf({ x, y, radius, thick }: Dial, part: number): Shape {
  const angle = Math.PI * (1 - part)
  const at = (reach: number): string => `${px(x + reach * Math.cos(angle))} ${px(y - reach * Math.sin(angle))}`
  return { shape: 'path', d: `M${at(radius - thick - 4)}L${at(radius + 4)}`, stroke: 'ink', line: 2.5 }
}

/** One figure on half a ring, with a tick at what it should reach. */
function dial(scene: MetersScene, room: Room): Drawing {
  const [meter] = scene.meters
  const { width, height } = room
  if (meter === undefined) return { width, height, under: [], marks: [], over: [] }
  const { y: column, range } = scene
  const place = placeDial(room)
  const { x, y, radius, thick } = place
  const middle = radius - thick / 2
  const partOf = (value: number): number => Math.max(0, Math.min(1, (value - range.min) / (range.max - range.min || 1)))
  const write = (value: number): string => formatCell(known(value), column.format, { compact: true, type: column.type })
  const part = partOf(meter.value)
  const end = (at: number, value: number): Shape => ({
    shape: 'text',
    x: at,
    y: y + 16,
    text: write(value),
    anchor: 'middle',
    fill: 'faint',
  })
  const ring: Shape = { shape: 'path', d: arc(x, y, middle, [0, part]), stroke: { series: 0 }, line: thick }
  const figure: Shape = {
    shape: 'text',
    x,
    y: y - 2,
    text: write(meter.value),
    anchor: 'middle',
    fill: 'ink',
    size: Math.max(16, Math.min(40, radius * 0.34)),
    isBold: true,
  }
  const tick = meter.target === null ? [] : [tickOf(place, partOf(meter.target))]
  return {
    width,
    height,
    under: [{ shape: 'path', d: arc(x, y, middle, [0, 1]), stroke: 'line', line: thick }],
    marks: [
      {
        shapes: [...(part > 0 ? [ring] : []), ...tick, figure],
        at: { x, y: y - radius / 2 },
        title: meter.label,
        lines: linesOf(scene, meter),
        key: meter.key,
      },
    ],
    over: [end(x - middle, range.min), end(x + middle, range.max)],
  }
}

/** A bar for each figure, and a line across it at what it should reach. */
function bullet(scene: MetersScene, room: Room): Drawing {
  const { meters, y, range } = scene
  const frame = rowFrame(
    { labels: meters.map(({ label }) => label), y, least: range.min, most: range.max, zero: true },
    room,
  )
  const bar = Math.min(18, frame.rowHeight * 0.44)
  const zero = frame.along(0)
  const marks = meters.map((meter, row): DrawnMark => {
    const y0 = frame.middle(row)
    const end = frame.along(Number.isNaN(meter.value) ? 0 : meter.value)
    const isReached = meter.target === null || meter.value >= meter.target
    const band = Math.min(30, frame.rowHeight * 0.74)
    return {
      shapes: [
        {
          shape: 'rect',
          x: px(zero),
          y: px(y0 - band / 2),
          width: px(Math.max(0, frame.right - zero)),
          height: px(band),
          radius: 2,
          fill: 'line',
          opacity: 0.5,
        },
        {
          shape: 'rect',
          x: px(Math.min(zero, end)),
          y: px(y0 - bar / 2),
          width: px(Math.max(1, Math.abs(end - zero))),
          height: px(bar),
          radius: 2,
          fill: { series: isReached ? 0 : 1 },
        },
        ...(meter.target === null
          ? []
          : [
              {
                shape: 'path' as const,
                d: `M${px(frame.along(meter.target))} ${px(y0 - band / 2)}V${px(y0 + band / 2)}`,
                stroke: 'ink' as const,
                line: 2.5,
              },
            ]),
      ],
      at: { x: end, y: y0 },
      title: meter.label,
      lines: linesOf(scene, meter),
      key: meter.key,
    }
  })
  return { width: room.width, height: frame.height, under: frame.shapes, marks, over: [], across: 1 }
}

export const layMeters: Layout<'meters'> = (scene: SceneOf<'meters'>, room) =>
  scene.shape === 'dial' ? dial(scene, room) : bullet(scene, room)
