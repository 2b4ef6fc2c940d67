import { type Budget, inTurns, type Steps } from '../../budget.ts'
import {
  type BiffRecord,
  type BiffText,
  errorText,
  kinds,
  readText,
  recordsFrom,
  smallNumber,
  stepsOfRecord,
} from './biff-records.ts'
import { general, type NumberFormat } from './number-format.ts'
import { inStretches, type SeeMerged, type SheetCell, type SheetRow } from './workbook.ts'

/** What the cells of a sheet refer to. */
type Shared = {
  readonly strings: readonly string[]
  readonly styles: readonly NumberFormat[]
  readonly text: BiffText
}

type Placed = { readonly row: number; readonly cell: SheetCell }

function formulaValue(data: DataView): SheetCell['value'] | null {
  if (data.getUint16(12, true) !== 0xffff) return data.getFloat64(6, true)
  const [kind, value] = [data.getUint8(6), data.getUint8(8)]
  if (kind === 1) return value !== 0
  // 0: its text follows in a record of its own; 3: an empty text.
  return kind === 2 ? { error: errorText(value) } : null
}

function valueOf({ kind, data }: BiffRecord, { strings, text }: Shared): SheetCell['value'] | null {
  switch (kind) {
    case kinds.sharedText:
      return strings[data.getUint32(6, true)] ?? null
    case kinds.text:
    case kinds.richText:
      return readText(data, 6, 2, text)
    case kinds.number:
      return data.getFloat64(6, true)
    case kinds.smallNumber:
      return smallNumber(data.getInt32(6, true))
    case kinds.booleanOrError:
      return data.getUint8(7) === 0 ? data.getUint8(6) !== 0 : { error: errorText(data.getUint8(6)) }
    case kinds.formula:
      return formulaValue(data)
    default:
      return null
  }
}

/** The cells of one record. */
function* cellsOf(record: BiffRecord, shared: Shared): Generator<Placed> {
  const { kind, data } = record
  const formatAt = (at: number): NumberFormat => shared.styles[data.getUint16(at, true)] ?? general
  if (kind === kinds.numbers) {
    const [row, first] = [data.getUint16(0, true), data.getUint16(2, true)]
    for (let at = 4, column = first; at + 6 <= data.byteLength - 2; at += 6, column++) {
      yield { row, cell: { column, value: smallNumber(data.getInt32(at + 2, true)), format: formatAt(at) } }
    }
    return
  }
  const value = valueOf(record, shared)
  if (value === null) return
  yield { row: data.getUint16(0, true), cell: { column: data.getUint16(2, true), value, format: formatAt(4) } }
}

/** The cell of a formula whose text stands in a record of its own. */
function textOfFormula(formula: DataView, { data }: BiffRecord, { styles, text }: Shared): Placed {
  const format = styles[formula.getUint16(4, true)] ?? general
  return {
    row: formula.getUint16(0, true),
    cell: { column: formula.getUint16(2, true), value: readText(data, 0, 2, text), format },
  }
}

/** The merged cells that a record lists, if it does. */
function seeMergedIn({ kind, data }: BiffRecord, seeMerged: SeeMerged): void {
  if (kind !== kinds.merged) return
  const count = Math.min(data.getUint16(0, true), Math.floor((data.byteLength - 2) / 8))
  for (let index = 0; index < count; index++) {
    const [top = 0, bottom = 0, left = 0, right = 0] = [2, 4, 6, 8].map((at) => data.getUint16(index * 8 + at, true))
    if (top <= bottom && left <= right) seeMerged({ top, left, bottom, right })
  }
}

const lastColumn = 255

/** A sheet within a workbook stream, what reading it may take, and who is told of its merged cells. */
type Place = {
  readonly stream: Uint8Array
  readonly from: number
  readonly budget: Budget
  readonly seeMerged?: SeeMerged | undefined
}

/** The cells of a sheet, past the charts that stand within it. */
function* cells({ stream, from, budget, seeMerged = () => {} }: Place, shared: Shared): Generator<Placed> {
  let depth = 0
  let waiting: DataView | null = null
  for (const record of recordsFrom(stream, from)) {
    budget.charge('bytes', record.data.byteLength)
    budget.work(stepsOfRecord + record.data.byteLength)
    if (record.kind === kinds.begin) depth++
    else if (record.kind === kinds.end && --depth === 0) return
    if (depth !== 1) continue
    seeMergedIn(record, seeMerged)
    if (record.kind === kinds.formulaText && waiting !== null) {
      yield textOfFormula(waiting, record, shared)
      waiting = null
    }
    if (record.kind === kinds.formula) waiting = record.data
    for (const placed of cellsOf(record, shared)) {
      if (placed.cell.column > lastColumn) throw new Error('its cells lie beyond the last column')
      yield placed
    }
  }
}

const byColumn = (a: SheetCell, b: SheetCell): number => a.column - b.column

/** Are the rows written in order? Nearly always; those that are not are gathered first. */
function* isInOrder(place: Place, shared: Shared): Steps<boolean> {
  let last = -1
  for (const { row } of cells(place, shared)) {
    if (row < last) return false
    last = row
    yield
  }
  return true
}

function* gathered(place: Place, shared: Shared): Steps<SheetRow[]> {
  const rows = new Map<number, SheetCell[]>()
  for (const { row, cell } of cells(place, shared)) {
    const found = rows.get(row)
    if (found) found.push(cell)
    else rows.set(row, [cell])
    yield
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, list]) => ({ row, cells: list.sort(byColumn) }))
}

const mostRows = 1000

/** The rows of one sheet of a workbook stream. */
export async function* biffRows(place: Place, shared: Shared): AsyncGenerator<readonly SheetRow[]> {
  const { budget } = place
  if (!(await inTurns(isInOrder({ stream: place.stream, from: place.from, budget }, shared), budget)))
    return yield* inStretches(await inTurns(gathered(place, shared), budget), budget)
  let rows: { readonly row: number; readonly cells: SheetCell[] }[] = []
  for (const { row, cell } of cells(place, shared)) {
    const last = rows.at(-1)
    if (last?.row === row) {
      last.cells.push(cell)
      continue
    }
    if (rows.length >= mostRows || budget.isDue) {
      yield* inStretches(rows, budget)
      await budget.rest()
      rows = []
    }
    rows.push({ row, cells: [cell] })
  }
  yield* inStretches(rows, budget)
}
