import { expect, test } from 'vitest'
import { tableSource } from '#core/table/table-source.ts'
import { cellAt, type Column, type Table } from '#core/table/table.ts'

const text = (codes: number[], dictionary: string[]): Column => ({
  name: 't',
  type: 'text',
  codes: Int32Array.from(codes),
  dictionary,
})
const one = (column: Column, rows: number): Table => ({ rows, columns: [column] })

test('tables with dictionaries of their own are given one between them', async () => {
  const source = tableSource([one(text([0, 1, -1], ['a', 'b']), 3), one(text([1, 0], ['c', 'a']), 2)])
  const [first, second] = await Promise.all([0, 1].map(async (group) => (await source.read(group, ['t'])).columns[0]))
  expect(first?.type === 'text' && second?.type === 'text' && first.dictionary === second.dictionary).toBe(true)
  expect([0, 1, 2].map((row) => first && cellAt(first, row))).toEqual(['a', 'b', null])
  expect([0, 1].map((row) => second && cellAt(second, row))).toEqual(['a', 'c'])
})

test('a long table is read in parts that together are all of it', async () => {
  const values = Float64Array.from({ length: 200_000 }, (_, row) => row)
  const source = tableSource([one({ name: 'n', type: 'integer', values }, values.length)])
  expect(source.rowGroups.reduce((rows, group) => rows + group.rows, 0)).toBe(200_000)
  expect(Math.max(...source.rowGroups.map(({ rows }) => rows))).toBeLessThanOrEqual(65_536)
  const last = await source.read(source.rowGroups.length - 1, ['n'])
  expect(last.columns[0] && cellAt(last.columns[0], last.rows - 1)).toBe(199_999)
})

test('no tables are a source without fields or rows', () => {
  expect(tableSource([])).toMatchObject({ fields: [], rowGroups: [] })
})
