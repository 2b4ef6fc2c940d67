import { formatCell } from '../../format/format-cell.ts'
import type { MatrixScene, SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import { cellPaint, isStrong } from './cell-paint.ts'
import type { DrawnMark, Layout, Room, Shape } from './drawing.ts'
import { cutText, px, widestOf } from './texts.ts'

const leastRow = 18
const mostRow = 44
/** Names of columns stand on end where they would need more than their column's width. */
const turned = -45

type Grid = {
  readonly left: number
  readonly top: number
  readonly cell: { readonly width: number; readonly height: number }
  readonly names: number
  readonly bottom: number
  readonly isTurned: boolean
  readonly every: number
}

function gridOf({ rows, columns }: MatrixScene, { width, height, measure }: Room): Grid {
  const names = Math.min(widestOf(rows, measure) + 2, Math.round(width * 0.3), 180)
  const left = names + 8
  const cellWidth = Math.max(4, (width - left - 2) / Math.max(1, columns.length))
  const widest = Math.min(120, widestOf(columns, measure))
  const isTurned = widest + 6 > cellWidth && columns.some((text) => measure(text) > 34)
  const bottom = isTurned ? Math.min(84, widest * 0.71 + 16) : 20
  const rowHeight = Math.max(leastRow, Math.min(mostRow, (height - bottom - 2) / Math.max(1, rows.length)))
  const needed = isTurned ? 16 : widest + 6
  return {
    left,
    top: 2,
    cell: { width: cellWidth, height: rowHeight },
    names,
    bottom,
    isTurned,
    every: Math.max(1, Math.ceil(needed / cellWidth)),
  }
}

function namesOf({ rows, columns }: MatrixScene, grid: Grid, { measure, width }: Room): Shape[] {
  const end = grid.top + rows.length * grid.cell.height
  const across = columns.flatMap((text, at): Shape[] => {
    if (at % grid.every !== 0) return []
    const x = grid.left + (at + 0.5) * grid.cell.width
    if (grid.isTurned)
      return [
        {
          shape: 'text',
          x: x + 4,
          y: end + 12,
          text: cutText(text, Math.min(100, (x - 6) / 0.71), measure),
          anchor: 'end',
          fill: 'faint',
          turn: turned,
        },
      ]
    const room = grid.cell.width * grid.every - 4
    return [
      {
        shape: 'text',
        x: Math.min(x, width - Math.min(room, measure(text)) / 2 - 1),
        y: end + 14,
        text: cutText(text, room, measure),
        anchor: 'middle',
        fill: 'faint',
      },
    ]
  })
  const down = rows.map((text, at): Shape => ({
    shape: 'text',
    x: grid.names,
    y: grid.top + (at + 0.5) * grid.cell.height + 4,
    text: cutText(text, grid.names, measure),
    anchor: 'end',
    fill: 'muted',
  }))
  return [...down, ...across]
}

const labelOf = ({ value }: MatrixScene): string => value.label ?? value.name

/** The figure in a cell; empty where it would not fit. */
function figureIn({ value: column, scale }: MatrixScene, value: number, { cell }: Grid, { measure }: Room): string {
  if (Number.isNaN(value) || cell.height < 16) return ''
  const shown = scale === 'diverging' ? Number(value.toFixed(2)) : value
  const text = formatCell(shown, column.format, { compact: true, type: column.type })
  return measure(text) + 8 <= cell.width ? text : ''
}

function shapesOf(scene: MatrixScene, value: number, grid: Grid, box: { x: number; y: number; text: string }): Shape[] {
  const paint = cellPaint(value, scene)
  const { width, height } = grid.cell
  const { x, y, text } = box
  const cell: Shape = {
    shape: 'rect',
    x: px(x + 0.5),
    y: px(y + 0.5),
    width: px(Math.max(1, width - 1)),
    height: px(height - 1),
    radius: width > 12 ? 2 : 0,
    ...(paint === 'none' ? { fill: 'line', opacity: 0.35 } : { fill: paint }),
  }
  if (text === '') return [cell]
  const fill = isStrong(paint) ? 'surface' : 'ink'
  return [cell, { shape: 'text', x: x + width / 2, y: y + height / 2 + 4, text, anchor: 'middle', fill }]
}

function cellOf(scene: MatrixScene, grid: Grid, place: { row: number; column: number }, room: Room): DrawnMark {
  const { row, column } = place
  const value = scene.cells[row]?.[column] ?? Number.NaN
  const x = grid.left + column * grid.cell.width
  const y = grid.top + row * grid.cell.height
  return {
    shapes: shapesOf(scene, value, grid, { x, y, text: figureIn(scene, value, grid, room) }),
    at: { x: x + grid.cell.width / 2, y: y + grid.cell.height / 2 },
    title: `${scene.rows[row] ?? ''} · ${scene.columns[column] ?? ''}`,
    lines: [{ label: labelOf(scene), value: writeCell(Number.isNaN(value) ? null : value, scene.value) }],
    key: scene.columnKeys[column] ?? null,
    series: scene.rowKeys[row] ?? null,
  }
}

/** Rows and columns of cells, coloured by value, each with its figure where there is room. */
export const layMatrix: Layout<'matrix'> = (scene: SceneOf<'matrix'>, room) => {
  const grid = gridOf(scene, room)
  const marks = scene.rows.flatMap((_, row) =>
    scene.columns.map((__, column) => cellOf(scene, grid, { row, column }, room)),
  )
  return {
    width: room.width,
    height: Math.max(room.height, grid.top + scene.rows.length * grid.cell.height + grid.bottom),
    under: [],
    marks,
    over: namesOf(scene, grid, room),
    across: scene.columns.length,
  }
}
