/** How many rows and how many persons are in each cell, by the cell's number. */
export type CellSizes = { readonly rows: Float64Array; readonly persons: Int32Array | null }

/** What is counted: rows in each class, which of them count, and the person behind each. */
export type Counted = {
  readonly rows: Int32Array
  /** 1 where a class counts; null where all do. */
  readonly counts: Int32Array | null
  readonly persons: Int32Array | null
}

/** The largest number in an array, or -1. */
export const largestOf = (values: Int32Array): number => {
  let largest = -1
  for (let at = 0; at < values.length; at++) if ((values[at] as number) > largest) largest = values[at] as number
  return largest
}

/** Sizes of the cells that classes are in; a negative cell is none. */
export function cellSizes(cells: Int32Array, { rows, counts, persons }: Counted): CellSizes {
  const size = largestOf(cells) + 1
  const sums = new Float64Array(size)
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0 && (counts === null || counts[at] === 1)) sums[cell] = (sums[cell] as number) + (rows[at] as number)
  }
  return { rows: sums, persons: persons && personsIn(cells, { counts, persons, size }) }
}

type Naming = { readonly counts: Int32Array | null; readonly persons: Int32Array; readonly size: number }

/** Different persons of each cell: pairs of cell and person are sorted, and each first of its kind is counted. */
function personsIn(cells: Int32Array, { counts, persons, size }: Naming): Int32Array {
  const most = largestOf(persons) + 1
  const pairs = new Float64Array(cells.length)
  let length = 0
  for (let at = 0; at < cells.length; at++) {
    const [cell, person] = [cells[at] as number, persons[at] as number]
    if (cell < 0 || person < 0 || (counts !== null && counts[at] !== 1)) continue
    pairs[length++] = cell * most + person
  }
  const sorted = pairs.subarray(0, length).sort()
  const found = new Int32Array(size)
  for (let at = 0; at < length; at++) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue
    const cell = Math.floor((sorted[at] as number) / most)
    found[cell] = (found[cell] as number) + 1
  }
  return found
}

/** Is a cell of some rows, but of fewer rows or persons than may be told of? Rows that name no person count as rows. */
export function isSmall({ rows, persons }: CellSizes, cell: number, least: number): boolean {
  const [count = 0, named = 0] = [rows[cell], persons?.[cell]]
  return count > 0 && (count < least || (persons !== null && named > 0 && named < least))
}
