import { compareText } from '../../table/compare-text.ts'
import { type Order, sortedRows } from './sorted-rows.ts'

type Compare = (a: number, b: number) => number

/** The first `limit` row numbers in sorted order: nulls last in both directions, ties in original order. */
export function orderedRows(rows: number, orders: readonly Order[], limit: number): Int32Array {
  if (orders.length === 0) return Int32Array.from({ length: Math.min(rows, limit) }, (_, row) => row)
  return limit < rows / 8 ? best(rows, comparing(orders), limit) : sortedRows(rows, orders).subarray(0, limit)
}

function comparing(orders: readonly Order[]): Compare {
  const compares = orders.map(compareBy)
  return (a, b) => {
    for (const compare of compares) {
      const order = compare(a, b)
      if (order !== 0) return order
    }
    return a - b
  }
}

function compareBy({ column, descending }: Order): Compare {
  const sign = descending ? -1 : 1
  if (column.type === 'text') {
    const { codes, dictionary } = column
    return (a, b) => {
      const [left, right] = [codes[a] as number, codes[b] as number]
      if (left === right) return 0
      if (left < 0 || right < 0) return left < 0 ? 1 : -1
      return compareText(dictionary[left] as string, dictionary[right] as string) * sign
    }
  }
  const { values } = column
  return (a, b) => {
    const [left, right] = [values[a] as number, values[b] as number]
    if (left < right) return -sign
    if (left > right) return sign
    return left === right ? 0 : Number(left !== left) - Number(right !== right)
  }
}

/** Keeps the best `limit` rows in a heap with the worst on top, so rows beyond the limit are never sorted. */
function best(rows: number, compare: Compare, limit: number): Int32Array {
  const heap = new Int32Array(limit)
  for (let row = 0; row < limit; row++) heap[row] = row
  for (let at = (limit >> 1) - 1; at >= 0; at--) sink(heap, at, compare)
  for (let row = limit; row < rows; row++) {
    if (compare(row, heap[0] as number) >= 0) continue
    heap[0] = row
    sink(heap, 0, compare)
  }
  return heap.sort(compare)
}

function sink(heap: Int32Array, start: number, compare: Compare): void {
  const moving = heap[start] as number
  let at = start
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && compare(heap[child + 1] as number, heap[child] as number) > 0) child++
    if (compare(heap[child] as number, moving) <= 0) break
    heap[at] = heap[child] as number
    at = child
  }
  heap[at] = moving
}
