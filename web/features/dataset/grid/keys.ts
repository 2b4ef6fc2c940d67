import type { Cursor } from './model.ts'

type Extent = { readonly rows: number; readonly columns: number; readonly page: number }

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The cell that a key moves to, by the ARIA grid pattern; null for other keys. */
export function moved(
  { row, column }: Cursor,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  extent: Extent,
): Cursor | null {
  const far = event.ctrlKey || event.metaKey
  const [lastRow, lastColumn] = [extent.rows - 1, extent.columns - 1]
  const targets: Record<string, Cursor> = {
    ArrowDown: { row: far ? lastRow : row + 1, column },
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowRight: { row, column: far ? lastColumn : column + 1 },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    PageDown: { row: row + extent.page, column },
    PageUp: { row: Math.max(0, row - extent.page), column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? lastRow : row, column: lastColumn },
  }
  const target = targets[event.key]
  if (!target) return null
  return { row: clamp(target.row, -1, Math.max(-1, lastRow)), column: clamp(target.column, 0, Math.max(0, lastColumn)) }
}
