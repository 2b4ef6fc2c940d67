import type { ChartData } from '../charts/chart.ts'
import { inSentence } from '../charts/labels.ts'
import { ranksOf } from '../charts/natural-rows.ts'
import { resultColumns, sceneColumn, type ResultColumn } from '../charts/result-columns.ts'
import { compareText } from '../table/compare-text.ts'
import { type Cell, cellAt, type Table } from '../table/table.ts'
import { type Sheet, sheetColumn, type SheetColumn } from './sheet.ts'

/** Maximum pivot columns. */
const mostAcross = 200

/** The results that form a pivot; totals may be missing. */
export type PivotParts = {
  readonly data: ChartData
  /** Names of the column dimensions, outermost first. */
  readonly across: readonly string[]
  readonly rows: Table | null
  readonly columns: Table | null
  readonly all: Table | null
  /** True if totals are shown; otherwise they only determine the order. */
  readonly showsTotals: boolean
}

type Group = { readonly id: string; readonly cells: readonly Cell[] }

const idOf = (cells: readonly Cell[]): string => JSON.stringify(cells)

/** The group of each table row, by some columns. */
function groupsOf(table: Table, names: readonly string[]): readonly Group[] {
  const columns = names.flatMap((name) => table.columns.find((column) => column.name === name) ?? [])
  return Array.from({ length: table.rows }, (_, row) => {
    const cells = columns.map((column) => cellAt(column, row))
    return { id: idOf(cells), cells }
  })
}

const unique = (groups: readonly Group[]): readonly Group[] => [
  ...new Map(groups.map((group) => [group.id, group])).values(),
]

/** Ascending, nulls last; text by code point. */
function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return typeof a === 'string' || typeof b === 'string' ? compareText(String(a), String(b)) : Number(a) - Number(b)
}

/** Where a cell stands in the natural order of its column; the same for all where there is none. */
type Rank = (cell: Cell) => number

/** What nobody sorted stands in its natural order; moments and numbers need none. */
function rankIn(column: ResultColumn, { table }: ChartData): Rank | null {
  const texts = column.column.type === 'text' ? column.column.dictionary : []
  if (texts.length > mostAcross || column.part.isSorted === true || table.rows === 0) return null
  const ranks = ranksOf(column, texts)
  if (ranks === null) return null
  const places = new Map(texts.map((text, at) => [text, ranks[at] ?? 0]))
  return (cell) => (cell === null ? Infinity : (places.get(String(cell)) ?? Infinity))
}

function compareBy(ranks: readonly (Rank | null)[]): (a: Group, b: Group) => number {
  return (a, b) => {
    for (const [at, cell] of a.cells.entries()) {
      const other = b.cells[at] ?? null
      const rank = ranks[at]
      const ranked = rank ? rank(cell) - rank(other) : 0
      const order = Number.isNaN(ranked) || ranked === 0 ? compareCells(cell, other) : ranked
      if (order !== 0) return order
    }
    return 0
  }
}

/** Rows as they stand, or in the natural order of their first group. */
function inOrder(groups: readonly Group[], rank: Rank | null | undefined): readonly Group[] {
  if (!rank) return groups
  const of = ({ cells }: Group): number => rank(cells[0] ?? null)
  return [...groups].sort((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)))
}

/** Values of a result column by group, from a table with one row per group. */
function valuesBy(table: Table | null, names: readonly string[]): (id: string, result: string) => Cell {
  if (table === null) return () => null
  const rowOf = new Map(groupsOf(table, names).map(({ id }, row) => [id, row]))
  return (id, result) => {
    const row = rowOf.get(id)
    const column = table.columns.find(({ name }) => name === result)
    return row === undefined || !column ? null : cellAt(column, row)
  }
}

type Across = { readonly column: SheetColumn; readonly id: string }

function columnsAcross(
  groups: readonly Group[],
  values: readonly ResultColumn[],
  showsTotals: boolean,
): readonly Across[] {
  const of = (group: Group | null, value: ResultColumn): Across => ({
    column: {
      ...sheetColumn(value),
      name: `${value.name} ${group?.id ?? 'total'}`,
      across: group?.cells ?? null,
      isTotal: group === null,
    },
    id: group?.id ?? '',
  })
  const parted = groups.flatMap((group) => values.map((value) => of(group, value)))
  return showsTotals ? [...parted, ...values.map((value) => of(null, value))] : parted
}

function noteOf(found: number, across: readonly ResultColumn[]): string | null {
  if (found <= mostAcross) return null
  const what = across.map(({ part }) => inSentence(part.label)).join(' and ')
  return `The first ${mostAcross} of ${found.toLocaleString('en')} columns by ${what}.`
}

/** Rows and columns of a pivot without cells. */
type Frame = {
  readonly down: readonly ResultColumn[]
  readonly across: readonly ResultColumn[]
  readonly rows: readonly Group[]
  readonly parts: readonly Across[]
  readonly note: string | null
}

function frameOf({ data, across, rows, showsTotals }: PivotParts): Frame {
  const results = resultColumns(data)
  const values = results.filter(({ part }) => part.kind === 'measure')
  const named = results.filter(({ name }) => across.includes(name))
  const down = results.filter(({ name, part }) => part.kind !== 'measure' && !across.includes(name))
  const names = down.map(({ name }) => name)
  const ranks = across.map((name) => named.find((column) => column.name === name))
  const compare = compareBy(ranks.map((column) => (column ? rankIn(column, data) : null)))
  const found = [...unique(groupsOf(data.table, across))].sort(compare)
  const [first] = down
  return {
    down,
    across: named,
    rows: inOrder(rows ? groupsOf(rows, names) : unique(groupsOf(data.table, names)), first && rankIn(first, data)),
    parts: columnsAcross(found.slice(0, mostAcross), values, showsTotals && rows !== null),
    note: noteOf(found.length, named),
  }
}

/** The cell at a row and column. */
function cellsOf({ data, across, rows }: PivotParts, { down, parts }: Frame): (group: Group) => readonly Cell[] {
  const names = down.map(({ name }) => name)
  const ofRow = valuesBy(rows, names)
  const columns = groupsOf(data.table, across)
  const rowOf = new Map(groupsOf(data.table, names).map(({ id }, row) => [`${id} ${columns[row]?.id}`, row]))
  const byName = new Map(data.table.columns.map((column) => [column.name, column]))
  return (group) =>
    parts.map(({ column, id }) => {
      if (column.isTotal) return ofRow(group.id, column.result)
      const row = rowOf.get(`${group.id} ${id}`)
      const from = byName.get(column.result)
      return row === undefined || !from ? null : cellAt(from, row)
    })
}

function totalsOfParts({ across, columns, all }: PivotParts, { parts }: Frame): readonly Cell[] {
  const ofColumn = valuesBy(columns, across)
  return parts.map(({ column, id }) => {
    if (!column.isTotal) return ofColumn(id, column.result)
    const whole = all?.columns.find(({ name }) => name === column.result)
    return whole ? cellAt(whole, 0) : null
  })
}

/**
 * A pivot of a result. Rows are in the order of `rows` if given, columns ascending. Pairs without rows and undefined
 * totals are empty.
 */
export function pivotSheet(parts: PivotParts): Sheet {
  const frame = frameOf(parts)
  const { down } = frame
  const cells = cellsOf(parts, frame)
  const hasTotals = parts.showsTotals && parts.columns !== null && down.length > 0
  return {
    columns: [...down.map(sheetColumn), ...frame.parts.map(({ column }) => column)],
    rows: frame.rows.map((group) => [...group.cells, ...cells(group)]),
    totals: hasTotals ? [...down.map(() => null), ...totalsOfParts(parts, frame)] : null,
    across: frame.across.map(sceneColumn),
    note: frame.note,
  }
}
