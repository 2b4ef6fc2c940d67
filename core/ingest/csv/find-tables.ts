import type { FoundTable } from '../ingest-report.ts'
import { kindOf } from './detect-header.ts'
import { isWords, type Outline, type OutlinedRecord, type Run } from './outline.ts'

/** One table of a file: the runs of its records, and the line on which the next begins, its titles included. */
export type OutlinedTable = { readonly runs: Run[]; readonly titles: readonly Run[]; nextLine: number }

const used = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length
const filledIn = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

const fullRecords = (runs: readonly Run[]): number =>
  runs.filter(({ kind }) => kind === 'full').reduce((sum, { records }) => sum + records, 0)

/** The number of cells of most of a table's records. */
function widthOf(runs: readonly Run[]): number {
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
  return run.kind === 'sparse' || (run.cells === 1 && width > 1)
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

/** Takes from the end of a table the lines that are rather the titles of the next. */
function titlesAt({ runs }: OutlinedTable): Run[] {
  const width = widthOf(runs)
  let from = runs.length
  while (from > 1 && isTitle(runs[from - 1], width)) from--
  if (from > 1 && runs[from]?.isAfterGap !== true && runs[from - 1]?.kind !== 'empty') from = runs.length
  while (from > 1 && from < runs.length && runs[from - 1]?.kind === 'empty') from--
  return runs.splice(from)
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

const mostFooters = 50
const notes = /^\W*(notes?|sources?|footnotes?|remarks?|legend|quelle|fuente|nota|copyright)\b|^[*†‡©[(]/iu
const totals =
  /^\W*((grand|sub|overall)[ -]?)?(totals?|sum|summe|gesamt(summe)?|insgesamt|somme|total général|totale|suma|razem|итого|всего|合计|总计|合計|総計)\W*$/iu
const averages = /^\W*(averages?|mean|durchschnitt|moyenne|media)\W*$/iu

/** A remark below the table: one cell, or one line, of words. */
function isFooter(run: Run, width: number, keys: boolean): boolean {
  if (run.records > mostFooters || width < 2) return false
  const isNarrow = run.cells === 1 ? width > 2 || run.isAfterGap : run.isAfterGap && run.cells * 3 <= width
  if (run.kind !== 'sparse' && !isNarrow) return false
  return run.first.every(({ cells }) => {
    const [text = ''] = filledIn(cells)
    if (cells.some((cell) => kindOf(cell) === 'value')) return false
    const isRemark = notes.test(text) || (text.length > 20 && text.includes(' '))
    return isRemark || (isNarrow && !keys) || run.isAfterGap
  })
}

/** Does a record hold what the rows above add up to? */
function isTotals({ cells }: OutlinedRecord, usual: number): boolean {
  const [first = ''] = filledIn(cells)
  const hasValue = cells.some((cell) => kindOf(cell) === 'value')
  return hasValue && (totals.test(first) || (averages.test(first) && used(cells) < usual))
}

/** The line on which the footer of a table begins: remarks and totals at its end; null where it has none. */
export function footerLine({ runs }: OutlinedTable): number | null {
  const width = widthOf(runs)
  const from = footerFrom(runs, width)
  return totalsLine(runs.slice(0, from), width) ?? runs[from]?.line ?? null
}

/** The first run of the remarks at the end, or of the empty cells before them. */
function footerFrom(runs: readonly Run[], width: number): number {
  let from = runs.length
  for (const [at, run] of [...runs.entries()].slice(1).toReversed()) {
    if (!mayEnd(run, runs.slice(0, at), width)) break
    if (run.kind !== 'empty') from = at
  }
  if (from === runs.length) return from
  while (from > 1 && runs[from - 1]?.kind === 'empty') from--
  return from
}

/** May a run be of the footer: a remark unlike any row above it, or empty cells before or after one? */
const mayEnd = (run: Run, above: readonly Run[], width: number): boolean =>
  run.kind === 'empty' || isFooter(run, width, isLikeOthers(run, above))

/** Are there rows like this one above too? */
const isLikeOthers = ({ cells, kind }: Run, above: readonly Run[]): boolean =>
  above.some((run) => run.cells === cells && run.kind === kind)

/** Below so few rows a record called total may well be one of them. */
const fewestRows = 4

/** The line of the totals with which some runs end. */
function totalsLine(runs: readonly Run[], width: number): number | null {
  if (fullRecords(runs) < fewestRows || width < 2) return null
  let line: number | null = null
  for (const run of runs.toReversed().filter(({ kind }) => kind !== 'empty')) {
    const usual = used((run.first[1] ?? run.first[0])?.cells ?? [])
    const last = run.last.toReversed()
    const others = last.findIndex((record) => !isTotals(record, usual))
    line = (others < 0 ? last : last.slice(0, others)).at(-1)?.line ?? line
    if (others >= 0) break
  }
  return line
}
