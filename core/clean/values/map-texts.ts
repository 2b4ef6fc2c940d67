import type { Budget, Steps } from '../../budget.ts'
import type { TextColumn } from '../../table/table.ts'
import { TextMerger } from '../../table/text-merger.ts'
import { type Cells, isNull, noOdd } from '../rows.ts'

/**
 * Replaces the texts of a column; calls `replace` once per distinct text. Returns the same column if nothing changes.
 */
export function mapTexts(column: TextColumn, replace: (text: string) => string | null): TextColumn {
  const merger = new TextMerger()
  let changes = false
  const codes = Int32Array.from(column.dictionary, (text) => {
    const next = replace(text)
    if (next !== text) changes = true
    return next === null || next === '' ? -1 : merger.codeOf(next)
  })
  if (!changes) return column
  return {
    ...column,
    codes: column.codes.map((code) => (code < 0 ? -1 : (codes[code] ?? -1))),
    dictionary: merger.dictionary,
  }
}

/** Steps of work per character of text that is searched, replaced and hashed. */
const stepsOfCharacter = 0.25

/** Like `mapCells`, in parts: yields between texts when that is due. */
export function* mapCellsInParts(cells: Cells, replace: (text: string) => string | null, budget: Budget): Steps<Cells> {
  if (cells.column.type !== 'text') return cells
  const made: (string | null)[] = []
  for (const text of cells.column.dictionary) {
    const next = replace(text)
    made.push(next)
    budget.work((text.length + (next?.length ?? 0)) * stepsOfCharacter)
    if (budget.isDue) yield
  }
  let at = 0
  return mapCells(cells, () => made[at++] ?? null)
}

/** Builds a text column from one text per row; null and empty text become null. */
export function textColumn(name: string, count: number, textAt: (row: number) => string | null): TextColumn {
  const merger = new TextMerger()
  const codes = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const text = textAt(row)
    codes[row] = text === null || text === '' ? -1 : merger.codeOf(text)
  }
  return { name, type: 'text', codes, dictionary: merger.dictionary }
}

/** Like `mapTexts` for cells; returns cells of other types unchanged. */
export function mapCells(cells: Cells, replace: (text: string) => string | null): Cells {
  if (cells.column.type !== 'text') return cells
  const column = mapTexts(cells.column, replace)
  return column === cells.column ? cells : { column, odd: noOdd }
}

/** Fills empty cells, except odd ones. Returns the same cells if none is empty. */
export function fillText(cells: Cells, textFor: (row: number) => string | null): Cells {
  const { column, odd } = cells
  if (column.type !== 'text') return cells
  const merger = new TextMerger()
  const codes = merger.merge(column)
  let fills = false
  for (let row = 0; row < codes.length; row++) {
    const text = isNull(column, row) ? textFor(row) : null
    if (text === null || text === '') continue
    codes[row] = merger.codeOf(text)
    fills = true
  }
  return fills ? { column: { ...column, codes, dictionary: merger.dictionary }, odd } : cells
}

/** Like `fillText`, for numbers, booleans and moments. */
export function fillNumbers(cells: Cells, valueFor: (row: number) => number): Cells {
  const { column, odd } = cells
  if (column.type === 'text') return cells
  const values = column.values.slice()
  let fills = false
  for (let row = 0; row < values.length; row++) {
    if (!isNull(column, row) || odd.has(row)) continue
    const value = valueFor(row)
    if (Number.isNaN(value)) continue
    values[row] = value
    fills = true
  }
  return fills ? { column: { ...column, values }, odd } : cells
}
