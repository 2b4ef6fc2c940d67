import type { Budget } from '../../budget.ts'
import type { ByteSource } from '../../table/byte-source.ts'
import type { TextRow } from '../rows/block-writer.ts'
import type { RowChunks } from '../rows/open-rows.ts'
import { countRows, rowsOf } from './b-tree.ts'
import { Pages, readHeader } from './pages.ts'
import { readRecord } from './record.ts'
import { layoutOf, type SqliteLayout } from './table-sql.ts'

export type SqliteTable = {
  readonly name: string
  readonly root: number
  readonly layout: SqliteLayout
  /** Null where counting was not worth it. */
  readonly rows: number | null
}

export type SqliteDatabase = {
  readonly pages: Pages
  readonly tables: readonly SqliteTable[]
  /** Views and virtual tables: only SQLite itself could compute them. */
  readonly unreadable: readonly string[]
}

/** Pages looked at to count the rows of all tables. */
const pagesToCount = 20_000
/** About the work of a character of a table's description. */
const stepsOfSql = 4

const decoderOf = ({ header }: Pages): TextDecoder => new TextDecoder(header.encoding)

type Described = { readonly type: string; readonly name: string; readonly root: number; readonly sql: string }

async function* described(pages: Pages): AsyncGenerator<Described> {
  const decoder = decoderOf(pages)
  for await (const { payload } of rowsOf(pages, 1)) {
    const [type, name, , root, sql] = readRecord(payload, decoder, 5)
    yield { type: type ?? '', name: name ?? '', root: Number(root ?? 0), sql: sql ?? '' }
  }
}

/** Opens a database: its tables, in the order they were made. Throws where it is damaged. */
export async function openDatabase(file: ByteSource, budget: Budget): Promise<SqliteDatabase> {
  const header = readHeader(new Uint8Array(await file.slice(0, Math.min(100, file.byteLength))), file.byteLength)
  const pages = new Pages(file, header, budget.pass())
  const [tables, unreadable, counting] = [[] as SqliteTable[], [] as string[], { left: pagesToCount }]
  for await (const { type, name, root, sql } of described(pages)) {
    if (name.startsWith('sqlite_')) continue
    if (type === 'view' || (type === 'table' && root === 0)) unreadable.push(name)
    else if (type === 'table') {
      tables.push({ name, root, layout: layoutOf(sql), rows: await countRows(pages, root, counting) })
      pages.budget.work(sql.length * stepsOfSql)
    }
  }
  return { pages, tables, unreadable }
}

const rowsAtATime = 1000
/** Cells of a row are handed on together, and rows until there are so many cells. */
const cellsAtATime = 1 << 16
const stepsOfCell = 3

/** A table's rows as text, in the order of its columns. */
export async function* tableRows(database: SqliteDatabase, { root, layout }: SqliteTable): RowChunks {
  const pages = database.pages.again()
  const decoder = decoderOf(pages)
  const { columns, rowId, order } = layout
  let rows: TextRow[] = []
  for await (const { id, payload } of rowsOf(pages, root)) {
    const values = readRecord(payload, decoder, order.length)
    pages.budget.charge('cells', columns.length)
    pages.budget.work(columns.length * stepsOfCell)
    const row: (string | null)[] = Array.from(columns, () => null)
    for (const [at, place] of order.entries()) {
      row[place] = at < values.length ? (values[at] ?? null) : (columns[place]?.fallback ?? null)
    }
    if (rowId >= 0) row[rowId] = String(id)
    rows.push(row)
    if (rows.length < rowsAtATime && rows.length * columns.length < cellsAtATime) continue
    yield rows
    rows = []
  }
  yield rows
}
