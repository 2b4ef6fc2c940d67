import type { ReadChoices } from '../choices.ts'
import { hasHeader, kindBelow } from './detect-header.ts'

const used = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** Leading text is at most so many records long. */
const mostLeading = 100

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Above two columns, records of one cell are titles where no delimiter stands in them, or an empty record parts them from the table. */
function leadingAboveTwo(records: readonly (readonly string[])[]): number {
  const first = records.slice(0, mostLeading).findIndex((cells) => used(cells) > 1)
  const leading = records.slice(0, Math.max(0, first))
  const isParted = used(leading.at(-1) ?? ['']) === 0
  return isParted || leading.every(({ length }) => length === 1) ? leading.length : 0
}

/** How many records stand before the table: titles and remarks, which have far fewer cells than its rows. */
export function leadingRecords(records: readonly (readonly string[])[]): number {
  const usual = median(records.map(used))
  if (usual < 2) return 0
  if (usual === 2) return leadingAboveTwo(records)
  const isLeading = (cells: readonly string[]): boolean => {
    const count = used(cells)
    return count === 0 || count === 1 || count * 3 < usual
  }
  const first = records.slice(0, mostLeading).findIndex((cells) => !isLeading(cells))
  return Math.max(0, first)
}

const mostHeaderRows = 5
const rowsBelow = 30

/** The columns that hold values, nearly all of them, in some rows. */
function valueColumns(rows: readonly (readonly string[])[]): number[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const kinds = rows.map((cells) => kindBelow(cells[column] ?? '')).filter((kind) => kind !== 'empty')
    return kinds.length > 0 && kinds.filter((kind) => kind === 'value').length >= kinds.length * 0.8
  })
}

/** Does this record name columns too: the header once more, or words over columns of values, such as units? */
function continuesHeader(
  first: readonly string[],
  cells: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  if (used(cells) > 1 && isSame(first, cells)) return true
  const kinds = valueColumns(below).map((column) => kindBelow(cells[column] ?? ''))
  const texts = kinds.filter((kind) => kind === 'text').length
  return below.length > 1 && kinds.length > 1 && !kinds.includes('value') && texts * 2 >= kinds.length
}

/** How many records, from the first on, hold the names of the columns. */
export function headerRowsOf(records: readonly (readonly string[])[], choices: ReadChoices = {}): number {
  if (choices.headerRows !== undefined) return Math.min(choices.headerRows, records.length)
  const [first, ...rest] = records
  if (first === undefined || !hasHeader(records)) return 0
  let rows = 1
  while (rows < mostHeaderRows) {
    const cells = rest[rows - 1]
    if (cells === undefined || !continuesHeader(first, cells, rest.slice(rows, rows + rowsBelow))) break
    rows++
  }
  return rows
}

/** The names of the columns: the cells above each one, joined. */
function joinedHeader(rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  if (rows.length === 1) return [...(rows[0] ?? [])]
  return Array.from({ length: width }, (_, column) =>
    rows
      .map((cells) => (cells[column] ?? '').trim())
      .filter((name) => name !== '')
      .join(' '),
  )
}

/** A name over a group of columns stands over each of them: in empty cells to its right above columns that are named too. */
function spread(names: readonly string[], below: readonly string[]): string[] {
  const isNamed = (column: number): boolean => (below[column] ?? '').trim() !== ''
  let group: string | null = null
  return Array.from({ length: Math.max(names.length, below.length) }, (_, column) => {
    const name = names[column] ?? ''
    if (name.trim() !== '') group = isNamed(column) ? name : null
    else if (!isNamed(column)) group = null
    return name.trim() === '' ? (group ?? '') : name
  })
}

/** The names of the columns in the records of a header. A repeated header names each column once, a name over a group each of its columns. */
export function namesIn(rows: readonly (readonly string[])[]): string[] {
  const different = rows.filter((cells, at) => !rows.slice(0, at).some((other) => isSame(other, cells)))
  const last = different.at(-1) ?? []
  return joinedHeader(different.map((cells) => (cells === last ? cells : spread(cells, last))))
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at])
