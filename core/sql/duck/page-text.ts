import type { Result } from '../../result.ts'
import type { Column } from '../../table/table.ts'
import { TextMerger } from '../../table/text-merger.ts'
import type { Refused } from '../gate/refused.ts'
import type { SqlPage } from './host.ts'

/** A column as JSON with only the cells of this page. */
type ColumnText = {
  readonly name: string
  readonly type: Column['type']
  readonly cells: readonly (number | string | null)[]
}
type PageText = {
  readonly rows: number
  readonly total: number
  readonly isCut: boolean
  readonly columns: readonly ColumnText[]
}

function writeColumn(column: Column): ColumnText {
  const { name, type } = column
  const cells =
    column.type === 'text'
      ? Array.from(column.codes, (code) => column.dictionary[code] ?? null)
      : Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
  return { name, type, cells }
}

function readColumn({ name, type, cells }: ColumnText): Column {
  if (type === 'text') {
    const merger = new TextMerger()
    const codes = Int32Array.from(cells, (cell) => (typeof cell === 'string' ? merger.codeOf(cell) : -1))
    return { name, type, codes, dictionary: merger.dictionary }
  }
  return { name, type, values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)) }
}

/** Serialises a page of a result, or its refusal, for another process. */
export function writePage(page: Result<SqlPage, Refused>): string {
  if (!page.ok) return JSON.stringify(page)
  const { table, total, isCut } = page.value
  const value: PageText = { rows: table.rows, total, isCut, columns: table.columns.map(writeColumn) }
  return JSON.stringify({ ok: true, value })
}

/** Parses the output of `writePage` of the same build. */
export function readPage(text: string): Result<SqlPage, Refused> {
  const page = JSON.parse(text) as Result<PageText, Refused>
  if (!page.ok) return page
  const { rows, total, isCut, columns } = page.value
  return { ok: true, value: { table: { rows, columns: columns.map(readColumn) }, total, isCut } }
}
