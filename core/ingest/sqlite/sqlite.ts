import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import type { OpenedFile, Reader, Reading, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { openRows, RowSurvey, type RowsReport } from '../rows/open-rows.ts'
import { openDatabase, type SqliteDatabase, type SqliteTable, tableRows } from './database.ts'
import { isSqlite } from './pages.ts'

const kind = 'a SQLite database'
const mostColumns = 4096

/** The table that was asked for, by name or place; else the one with most rows. */
function choose({ tables }: SqliteDatabase, wanted: string | number | undefined): SqliteTable | undefined {
  if (wanted === undefined) return tables.toSorted((a, b) => (b.rows ?? -1) - (a.rows ?? -1))[0]
  const name = String(wanted).toLowerCase()
  const byName = tables.find((table) => table.name.toLowerCase() === name)
  return typeof wanted === 'number' ? (tables[wanted] ?? byName) : byName
}

const named = (names: readonly string[]): string =>
  names
    .slice(0, 12)
    .map((name) => `“${name}”`)
    .join(', ') + (names.length > 12 ? ' and more' : '')

function notesOn({ tables, unreadable, pages }: SqliteDatabase, table: SqliteTable): string[] {
  const others = tables.filter((one) => one !== table).map(({ name }) => name)
  const computed = table.layout.columns.filter(({ isVirtual }) => isVirtual).map(({ name }) => name)
  return [
    ...(others.length > 0 ? [`This is the table “${table.name}”; the database also has ${named(others)}.`] : []),
    ...(unreadable.length > 0
      ? [`Views and virtual tables cannot be read from the file: ${named(unreadable)}. Save them as tables first.`]
      : []),
    ...(computed.length > 0 ? [`Computed columns are not stored in the file and stay empty: ${named(computed)}.`] : []),
    ...(pages.header.hasJournal
      ? ['Changes that still wait in a “-wal” file beside the database are not in this file and were not read.']
      : []),
  ]
}

async function openTable(
  name: string,
  { database, table }: { readonly database: SqliteDatabase; readonly table: SqliteTable },
  options: Reading,
): Promise<Result<OpenedFile>> {
  const headers = table.layout.columns.map((column) => column.name)
  if (headers.length > mostColumns)
    return fail('file/too-many-columns', { name, columns: headers.length, limit: mostColumns })
  const survey = new RowSurvey(options.budget.pass())
  for await (const rows of tableRows(database, table)) {
    if (options.signal?.aborted) return fail('file/stopped', { name })
    await survey.add(rows)
    if (table.rows !== null) options.progress?.(Math.min(0.5, survey.rows / Math.max(1, table.rows) / 2))
  }
  if (survey.rows === 0) return fail('file/no-rows', { name })
  const own: RowsReport = {
    encoding: database.pages.header.encoding.toUpperCase(),
    oddRows: 0,
    oddRowExamples: [],
    notes: notesOn(database, table),
  }
  const rows = () => tableRows(database, table)
  const opened = openRows({ headers, evidence: survey.evidence, units: new Map(), rows, report: () => own }, options)
  const parts = database.tables.map((one) => ({ name: one.name, ...(one.rows === null ? {} : { rows: one.rows }) }))
  return ok({ ...opened, report: () => ({ ...opened.report(), parts, part: table.name }) })
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name, size, slice } = file
  const { budget = fileBudget(file) } = options
  try {
    const database = await openDatabase({ byteLength: size, slice }, budget)
    const wanted = options.choices?.sheet
    const table = choose(database, wanted)
    if (table !== undefined) return await openTable(name, { database, table }, { ...options, budget })
    if (wanted === undefined) return fail('file/no-rows', { name })
    return fail('file/no-sheet', { name, sheet: String(wanted), sheets: database.tables.map((one) => one.name) })
  } catch (error) {
    return broken(name, kind, error)
  }
}

/** A database in one file; one of its tables is read. */
export const sqlite: Reader = {
  title: 'SQLite',
  extensions: ['sqlite', 'sqlite3', 'db', 'db3', 's3db', 'gpkg'],
  sniff: isSqlite,
  readsByPlaces: true,
  open,
}
