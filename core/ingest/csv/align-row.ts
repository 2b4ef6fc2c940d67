import type { ColumnShapes } from './column-shapes.ts'

/** How a row of too many or too few cells comes to fit its table. */
export type Alignment = {
  /** The column of which too many cells are parts, or before which cells are missing. */
  readonly column: number
  /** How well the cells then fit, as a natural logarithm. */
  readonly fit: number
}

/** What each cell costs that has no column. */
const lostCell = -4
/** So much likelier must a row be that was set right. */
const clearly = 3
/** A row that fits no better than this in the mean is not understood. */
const leastFit = -2
const widest = 512
const mostMoved = 16

/** Fits of the first cells in the first columns, and of the last cells in the last columns. */
function fitsOf(cells: readonly string[], shapes: ColumnShapes): { before: number[]; after: number[] } {
  const { width } = shapes
  const extra = cells.length - width
  const before = [0]
  for (let column = 0; column < Math.min(width, cells.length); column++) {
    before.push((before[column] ?? 0) + shapes.likelihood(column, cells[column] ?? ''))
  }
  const after = Array.from({ length: width + 1 }, () => 0)
  for (let column = width - 1; column >= 0 && column + extra >= 0; column--) {
    after[column] = (after[column + 1] ?? 0) + shapes.likelihood(column, cells[column + extra] ?? '')
  }
  return { before, after }
}

/** How well a row fits as it stands: surplus cells lost, missing ones at its end. */
export function plainFit(cells: readonly string[], shapes: ColumnShapes): number {
  let fit = 0
  for (let column = 0; column < shapes.width; column++) {
    fit += column < cells.length ? shapes.likelihood(column, cells[column] ?? '') : shapes.ofEmpty(column)
  }
  return fit + lostCell * cells.slice(shapes.width).filter((cell) => cell !== '').length
}

const filled = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell.trim() !== '')

function best(columns: number, fitAt: (column: number) => number): Alignment {
  let found: Alignment = { column: -1, fit: Number.NEGATIVE_INFINITY }
  for (let column = 0; column < columns; column++) {
    const fit = fitAt(column)
    if (fit > found.fit) found = { column, fit }
  }
  return found
}

/**
 * Where a row of another number of cells is most likely broken: which column's cell was cut in several, or before which
 * column a delimiter is missing. Null where the row fits as well as it stands, or fits nowhere.
 * `joined` is the text from one cell to another as the file has it.
 */
export function alignmentOf(
  cells: readonly string[],
  shapes: ColumnShapes,
  joined: (from: number, to: number) => string,
): Alignment | null {
  const { width } = shapes
  const extra = cells.length - width
  if (extra === 0 || width > widest || Math.abs(extra) > Math.min(mostMoved, width - 1)) return null
  const { before, after } = fitsOf(cells, shapes)
  const found =
    extra > 0
      ? best(width, (column) => {
          const parts = filled(cells.slice(column, column + extra + 1))
          const text = parts.length < 2 ? (parts[0] ?? '') : joined(column, column + extra)
          return (before[column] ?? 0) + shapes.likelihood(column, text) + (after[column + 1] ?? 0)
        })
      : best(cells.length + 1, (column) => {
          let missing = 0
          for (let at = column; at < column - extra; at++) missing += shapes.ofEmpty(at)
          return (before[column] ?? 0) + missing + (after[column - extra] ?? 0)
        })
  return found.fit > plainFit(cells, shapes) + clearly && found.fit > leastFit * width ? found : null
}
