import type { TextColumn } from '../../table/table.ts'
import { TextMerger } from '../../table/text-merger.ts'
import { type Cells, isNull, noOdd } from '../rows.ts'

/** The column with every text replaced; each different text is asked for once. The same column where none changes. */
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

/** A text column out of the texts of its rows; null or nothing is no value. */
export function textColumn(name: string, count: number, textAt: (row: number) => string | null): TextColumn {
  const merger = new TextMerger()
  const codes = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const text = textAt(row)
    codes[row] = text === null || text === '' ? -1 : merger.codeOf(text)
  }
  return { name, type: 'text', codes, dictionary: merger.dictionary }
}

/** As `mapTexts`, for cells of whatever type: only text has texts to replace. */
export function mapCells(cells: Cells, replace: (text: string) => string | null): Cells {
  if (cells.column.type !== 'text') return cells
  const column = mapTexts(cells.column, replace)
  return column === cells.column ? cells : { column, odd: noOdd }
}

/** Fills the cells that hold nothing and are not odd. The same cells where there are none. */
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

/** As `fillText`, for numbers, booleans and moments. */
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
