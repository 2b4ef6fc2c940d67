import type { Column } from '../table/table.ts'
import { type Cells, isNull, type Rows, storeOf } from './rows.ts'

/** Effect of one step, counted over every cell. */
export type StepFigures = {
  readonly rowsBefore: number
  readonly rowsAfter: number
  /** Changed cells in columns and rows that existed before. */
  readonly cellsChanged: number
  readonly emptyBefore: number
  readonly emptyAfter: number
  /** Odd cells before the step. */
  readonly oddBefore: number
  readonly oddAfter: number
  readonly columnsAdded: readonly string[]
  readonly columnsRemoved: readonly string[]
  /** Changed cells per column name; columns without changes are omitted. */
  readonly changedIn: Readonly<Record<string, number>>
  /** Empty cells per column afterwards; full columns are omitted. */
  readonly emptyIn: Readonly<Record<string, number>>
}

const emptyCounts = new WeakMap<Float64Array | Int32Array, number>()

function nullsIn(column: Column): number {
  const store = storeOf(column)
  const known = emptyCounts.get(store)
  if (known !== undefined) return known
  let nulls = 0
  for (let row = 0; row < store.length; row++) if (isNull(column, row)) nulls++
  emptyCounts.set(store, nulls)
  return nulls
}

/** Empty cells that are not odd. */
export const emptyIn = ({ column, odd }: Cells): number => nullsIn(column) - odd.size

/** For each code of one dictionary, the code of the same text in another; −2 if absent. */
function codesIn(before: readonly string[], after: readonly string[]): Int32Array | null {
  if (before === after) return null
  const known = new Map(before.map((text, code) => [text, code]))
  return Int32Array.from(after, (text) => known.get(text) ?? -2)
}

/** Tests whether a cell after a step equals a cell before it. */
function sameness(before: Column, after: Column): (from: number, to: number) => boolean {
  if (before.type === 'text' && after.type === 'text') {
    const codes = codesIn(before.dictionary, after.dictionary)
    return (from, to) => {
      const code = after.codes[to] ?? -1
      return before.codes[from] === (code < 0 || codes === null ? code : codes[code])
    }
  }
  if (before.type === 'text' || after.type === 'text') return (from, to) => isNull(before, from) && isNull(after, to)
  return (from, to) => {
    const [had, has] = [before.values[from] ?? Number.NaN, after.values[to] ?? Number.NaN]
    return had === has || (Number.isNaN(had) && Number.isNaN(has))
  }
}

/** The row before a step of each row after it; rows keep their order, so one walk suffices. */
function placesBefore(before: Rows, after: Rows): Int32Array | null {
  if (before.origins === after.origins) return null
  const places = new Int32Array(after.count)
  for (let [at, from] = [0, 0]; at < after.count; at++) {
    while (before.origins[from] !== after.origins[at] && from < before.count) from++
    places[at] = from
  }
  return places
}

/** Receives each changed cell with its rows before and after. */
type Visit = (before: Cells, after: Cells, from: number, to: number) => void

/** Visits the cells of one column that a step changed. */
function visitChanged(before: Cells, after: Cells, places: Int32Array | null, visit: Visit): void {
  if (storeOf(before.column) === storeOf(after.column) && before.odd === after.odd) return
  const isSame = sameness(before.column, after.column)
  const length = storeOf(after.column).length
  for (let to = 0; to < length; to++) {
    const from = places === null ? to : (places[to] ?? to)
    if (isSame(from, to) && before.odd.get(from) === after.odd.get(to)) continue
    visit(before, after, from, to)
  }
}

/** Visits every cell that a step changed in columns and rows that remain. */
export function forEachChange(before: Rows, after: Rows, visit: Visit): void {
  const places = placesBefore(before, after)
  const byName = new Map(before.columns.map((cells) => [cells.column.name, cells]))
  for (const cells of after.columns) {
    const former = byName.get(cells.column.name)
    if (former === undefined) continue
    visitChanged(former, cells, places, visit)
  }
}

const add = (counts: Map<string, number>, name: string, count: number): void =>
  void counts.set(name, (counts.get(name) ?? 0) + count)

/** Counts a step's effect, batch by batch. */
export class FigureCounter {
  #rows = { before: 0, after: 0 }
  #empty = { before: 0, after: 0 }
  #odd = { before: 0, after: 0 }
  readonly #changed = new Map<string, number>()
  readonly #emptyIn = new Map<string, number>()
  readonly #names: { readonly before: readonly string[]; readonly after: readonly string[] }

  constructor(before: readonly { readonly name: string }[], after: readonly { readonly name: string }[]) {
    this.#names = { before: before.map(({ name }) => name), after: after.map(({ name }) => name) }
  }

  add(before: Rows, after: Rows): void {
    for (const [when, rows] of [['before', before] as const, ['after', after] as const]) {
      this.#rows[when] += rows.count
      for (const cells of rows.columns) {
        const empty = emptyIn(cells)
        this.#empty[when] += empty
        if (when === 'after' && empty > 0) add(this.#emptyIn, cells.column.name, empty)
        this.#odd[when] += cells.odd.size
      }
    }
    forEachChange(before, after, ({ column: { name } }) => this.#changed.set(name, (this.#changed.get(name) ?? 0) + 1))
  }

  finish(): StepFigures {
    const { before, after } = this.#names
    const [had, has] = [new Set(before), new Set(after)]
    return {
      rowsBefore: this.#rows.before,
      rowsAfter: this.#rows.after,
      cellsChanged: [...this.#changed.values()].reduce((sum, count) => sum + count, 0),
      emptyBefore: this.#empty.before,
      emptyAfter: this.#empty.after,
      oddBefore: this.#odd.before,
      oddAfter: this.#odd.after,
      columnsAdded: after.filter((name) => !had.has(name)),
      columnsRemoved: before.filter((name) => !has.has(name)),
      changedIn: Object.fromEntries(this.#changed),
      emptyIn: Object.fromEntries(this.#emptyIn),
    }
  }
}
