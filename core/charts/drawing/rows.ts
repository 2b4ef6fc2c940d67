import { isQuantity } from '../../query/type-rules.ts'
import type { SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { Layout, Shape } from './drawing.ts'
import { cutText, px } from './texts.ts'

const rowHeight = 24
/** As many rows as a picture holds; the rest is counted under them. */
const mostRows = 40
const gap = 16
const most = 220

/** Widths of columns within a room: as wide as their texts where all fit, else less of the widest. */
function fitted(wanted: readonly number[], room: number): readonly number[] {
  const total = wanted.reduce((sum, width) => sum + width, 0)
  if (total <= room) return wanted
  let limit = Math.max(...wanted)
  const sum = (at: number): number => wanted.reduce((all, width) => all + Math.min(width, at), 0)
  while (limit > 24 && sum(limit) > room) limit -= 2
  return wanted.map((width) => Math.min(width, limit))
}

/** A table as a picture: its first rows, and how many more there are. */
export const layTable: Layout<'table'> = ({ columns, rows }: SceneOf<'table'>, room) => {
  const { measure } = room
  const shown = rows.slice(0, mostRows)
  const fitting = columns.slice(0, Math.max(1, Math.floor(room.width / (24 + gap))))
  const texts = fitting.map((column, at) => [
    column.label ?? column.name,
    ...shown.map((row) => writeCell(row[at] ?? null, column)),
  ])
  const wanted = texts.map((column) => Math.min(most, Math.max(...column.slice(0, 200).map(measure))) + gap)
  const widths = fitted(wanted, room.width)
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0))
  const cellOf = (column: number, row: number): Shape => {
    const isNumber = isQuantity(fitting[column]?.type ?? 'text')
    const [left, width] = [lefts[column] ?? 0, (widths[column] ?? gap) - gap]
    return {
      shape: 'text',
      x: px(isNumber ? left + width : left),
      y: row * rowHeight + 16,
      text: cutText(texts[column]?.[row] ?? '', width, measure),
      fill: row === 0 ? 'muted' : 'ink',
      ...(isNumber ? { anchor: 'end' as const } : {}),
      ...(row === 0 ? { isBold: true } : {}),
    }
  }
  const left = rows.length - shown.length
  const hidden = columns.length - fitting.length
  const more = [
    ...(left > 0 ? [`${left.toLocaleString('en')} more rows`] : []),
    ...(hidden > 0 ? [`${hidden.toLocaleString('en')} more columns`] : []),
  ]
  const height = (shown.length + 1 + (more.length > 0 ? 1 : 0)) * rowHeight
  return {
    width: room.width,
    height,
    under: [
      ...shown.map((_, row): Shape => ({
        shape: 'path',
        d: `M0 ${(row + 1) * rowHeight}H${room.width}`,
        stroke: row === 0 ? 'strong' : 'line',
        line: 1,
      })),
      ...fitting.map((_, column) => cellOf(column, 0)),
    ],
    marks: shown.map((_, row) => ({
      shapes: fitting.map((__, column) => cellOf(column, row + 1)),
      at: { x: 0, y: (row + 1) * rowHeight + 12 },
      title: texts[0]?.[row + 1] ?? '',
      lines: texts.slice(1).map((column) => ({ label: column[0] ?? '', value: column[row + 1] ?? '' })),
    })),
    over:
      more.length > 0
        ? [{ shape: 'text', x: 0, y: (shown.length + 1) * rowHeight + 16, text: more.join(', '), fill: 'faint' }]
        : [],
  }
}
