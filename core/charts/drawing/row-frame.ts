import type { SceneColumn } from '../scenes.ts'
import { axisTexts } from './axis-text.ts'
import type { Room, Shape } from './drawing.ts'
import { numberAxis } from './number-ticks.ts'
import { cutText, widestOf } from './texts.ts'

/** Pixels of the least row. */
const leastRow = 26
const mostRow = 48
/** Pixels of the axis under the rows. */
const axisHeight = 22
const gap = 10

export type RowFrame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly rowHeight: number
  /** The middle of a row. */
  readonly middle: (row: number) => number
  /** Where a value stands along the axis. */
  readonly along: (value: number) => number
  /** Names of the rows, grid lines and the texts of the axis. */
  readonly shapes: readonly Shape[]
}

type Asked = {
  readonly labels: readonly string[]
  readonly y: SceneColumn
  readonly least: number
  readonly most: number
  /** Does the axis begin at zero? */
  readonly zero: boolean
  /** Room right of the axis, for values written at the ends. */
  readonly atEnd?: number
  /** No axis where every mark says its value. */
  readonly isQuiet?: boolean
}

/** Rows of marks along one axis: names at the left, values along the bottom. Many rows make it taller than its room. */
export function rowFrame({ labels, y, least, most, zero, atEnd = 12, isQuiet = false }: Asked, room: Room): RowFrame {
  const { width, measure } = room
  const bottom = isQuiet ? 4 : axisHeight
  const rowHeight = Math.max(leastRow, Math.min(mostRow, (room.height - bottom - 4) / Math.max(1, labels.length)))
  const height = Math.max(room.height, labels.length * rowHeight + bottom + 4)
  const names = Math.min(widestOf(labels, measure) + 2, Math.round(width * 0.38), 220)
  const left = names + gap
  const right = Math.max(left + 40, width - atEnd)
  const parts = Math.max(2, Math.min(8, Math.floor((right - left) / 72)))
  const axis = numberAxis(least, most, { parts, zero, whole: y.type === 'integer', duration: y.type === 'duration' })
  const along = (value: number): number => left + ((value - axis.min) / (axis.max - axis.min || 1)) * (right - left)
  const middle = (row: number): number => 4 + (row + 0.5) * rowHeight
  const end = 4 + labels.length * rowHeight
  const texts = axisTexts(axis.ticks, y)
  const ticks = isQuiet ? [] : axis.ticks
  return {
    width,
    height,
    left,
    right,
    rowHeight,
    middle,
    along,
    shapes: [
      ...ticks.map((tick): Shape => ({
        shape: 'path',
        d: `M${along(tick)} 4V${end}`,
        stroke: tick === 0 ? 'strong' : 'line',
        line: 1,
      })),
      ...ticks.map((tick, at): Shape => ({
        shape: 'text',
        x: Math.min(along(tick), width - measure(texts[at] ?? '') / 2 - 1),
        y: end + 15,
        text: texts[at] ?? '',
        anchor: 'middle',
        fill: 'faint',
      })),
      ...labels.map((label, row): Shape => ({
        shape: 'text',
        x: names,
        y: middle(row) + 4,
        text: cutText(label, names, measure),
        anchor: 'end',
        fill: 'muted',
      })),
    ],
  }
}
