import type { FoundTable } from '../ingest-report.ts'
import { kindOf } from './detect-header.ts'
import { isWords, type Outline, type OutlinedRecord, type Run } from './outline.ts'

/** One table of a file: the runs of its records, and the line on which the next begins, its titles included. */
export type OutlinedTable = { readonly runs: Run[]; readonly titles: readonly Run[]; nextLine: number }

export const filledIn = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

export const fullRecords = (runs: readonly Run[]): number =>
  runs.filter(({ kind }) => kind === 'full').reduce((sum, { records }) => sum + records, 0)

/** The number of cells of most of a table's records. */
export function widthOf(runs: readonly Run[]): number {
  const counts = new Map<number, number>()
  for (const { cells, records, kind } of runs)
    if (kind === 'full') counts.set(cells, (counts.get(cells) ?? 0) + records)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [runs[0]?.cells ?? 1, 0])[0]
}

/** Are half of the names of one header those of another? */
function sharesNames(names: readonly string[], others: readonly string[]): boolean {
  const known = new Set(filledIn(others))
  const own = filledIn(names)
  const shared = own.filter((name) => known.has(name)).length
  return shared > 1 && shared * 2 >= Math.min(own.length, known.size)
}

/** The share of columns in which a value stands below a word. */
function valuesBelow([header, ...rows]: readonly OutlinedRecord[]): number {
  const names = header?.cells ?? []
  const over = names.filter(
    (name, column) => kindOf(name) === 'text' && rows.some(({ cells }) => kindOf(cells[column] ?? '') === 'value'),
  )
  return names.length === 0 ? 0 : over.length / names.length
}

const fewestUnparted = 5

/** Does another table begin with this run? Where something parts the two, words over values are enough. */
function startsTable(run: Run, table: OutlinedTable): boolean {
  const [header] = run.first
  if (run.kind !== 'full' || run.records < 2 || header === undefined || !isWords(header.cells)) return false
  const width = widthOf(table.runs)
  const values = valuesBelow(run.first)
  if (isParted(run, table.runs.at(-1), width)) return values > 0 || run.cells !== width
  if (run.cells === width) return false
  return sharesNames(header.cells, headerOf(table)) || (run.records >= fewestUnparted && values >= 0.3)
}

const headerOf = ({ runs }: OutlinedTable): readonly string[] =>
  runs.find(({ kind }) => kind === 'full')?.first[0]?.cells ?? []

/** Does something stand between a run and the one before: an empty line, empty cells, a title? */
const isParted = (run: Run, before: Run | undefined, width: number): boolean =>
  run.isAfterGap || before?.kind === 'empty' || isTitle(before, width)

/** A line or two of one cell each, after an empty line. */
function isTitle(run: Run | undefined, width: number): boolean {
  if (run === undefined || run.records > 3) return false
  if (run.kind === 'sparse' || (run.cells === 1 && width > 1)) return true
  return run.cells === 2 && run.first.every(({ cells }) => filledIn(cells).length === 1)
}

/** The tables of a file, each with the lines that are its titles. */
function partTables({ runs }: Outline): OutlinedTable[] {
  const [first, ...rest] = runs
  if (first === undefined) return []
  let current: OutlinedTable = { runs: [first], titles: [], nextLine: Number.POSITIVE_INFINITY }
  const tables = [current]
  for (const run of rest) {
    if (!startsTable(run, current)) {
      current.runs.push(run)
      continue
    }
    const titles = titlesAt(current)
    current.nextLine = titles[0]?.line ?? run.line
    current = { runs: [run], titles, nextLine: Number.POSITIVE_INFINITY }
    tables.push(current)
  }
  return tables
}

/** Where the last runs begin that are all alike in something; the first run is never among them. */
export function tailFrom(runs: readonly Run[], end: number, isLike: (run: Run) => boolean): number {
  const from = runs.slice(1, end).findLastIndex((run) => !isLike(run))
  return end < 2 ? end : from + 2
}

const isEmpty = ({ kind }: Run): boolean => kind === 'empty'

/** Takes from the end of a table the lines that are rather the titles of the next. */
function titlesAt({ runs }: OutlinedTable): Run[] {
  const width = widthOf(runs)
  const end = tailFrom(runs, runs.length, isEmpty)
  const titles = tailFrom(runs, end, (run) => isTitle(run, width))
  const isParted = titles < 2 || runs[titles]?.isAfterGap === true || runs[titles - 1]?.kind === 'empty'
  return runs.splice(tailFrom(runs, isParted ? titles : end, isEmpty))
}

const described = ({ runs }: OutlinedTable): FoundTable => {
  const first = runs.find(({ kind }) => kind === 'full') ?? runs[0]
  const records = runs.filter(({ kind }) => kind !== 'empty').reduce((sum, run) => sum + run.records, 0)
  return {
    line: first?.line ?? 1,
    rows: Math.max(0, records - 1),
    columns: widthOf(runs),
    names: filledIn(first?.first[0]?.cells ?? [])
      .slice(0, 5)
      .join(', ')
      .slice(0, 200),
  }
}

/** Of several tables the first is taken that has half as many cells as the largest. */
function mainTable(tables: readonly FoundTable[]): number {
  const sizes = tables.map(({ rows, columns }) => rows * columns)
  const largest = Math.max(...sizes)
  return Math.max(
    0,
    sizes.findIndex((size) => size * 2 >= largest),
  )
}

export type FoundTables = {
  readonly tables: readonly FoundTable[]
  readonly chosen: number
  readonly table: OutlinedTable | null
}

/** The tables of a file, and the one to read. */
export function findTables(outline: Outline, wanted: number | undefined): FoundTables {
  const parted = partTables(outline)
  const tables = parted.map(described)
  const chosen = wanted !== undefined && wanted < tables.length ? wanted : mainTable(tables)
  return { tables, chosen, table: parted[chosen] ?? null }
}
