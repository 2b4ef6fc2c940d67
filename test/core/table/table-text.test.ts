import { expect, test } from 'vitest'
import { readTable, writeTable } from '#core/table/table-text.ts'
import type { Table } from '#core/table/table.ts'

const table: Table = {
  rows: 5,
  columns: [
    {
      name: 'n',
      type: 'decimal',
      values: Float64Array.of(0.1 + 0.2, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53),
    },
    { name: 'd', type: 'duration', values: Float64Array.of(5_400_000, Number.NaN, -1, 0, 0.5) },
    { name: 'at', type: 'timestamp', values: Float64Array.of(-1, 0, 1, Number.NaN, 8.64e15) },
    { name: '__proto__', type: 'text', codes: Int32Array.of(0, -1, 1, 0, 1), dictionary: ['Infinity', 'ä'] },
  ],
}

test('a table comes back from its text as it was, to the last digit', () => {
  expect(readTable(JSON.parse(JSON.stringify(writeTable(table))))).toEqual(table)
})

test('so does one without rows', () => {
  const empty: Table = { rows: 0, columns: [{ name: 'a', type: 'text', codes: new Int32Array(), dictionary: [] }] }
  expect(readTable(JSON.parse(JSON.stringify(writeTable(empty))))).toEqual(empty)
})
