import { describe, expect, test } from 'vitest'
import { runQuery } from '#core/engine/run-query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { Source } from '#core/table/source.ts'
import { tableSource } from '#core/table/table-source.ts'
import type { Column, Table } from '#core/table/table.ts'
import { openParquet, parquetBytes } from '../../support/parquet-bytes.ts'
import { seededRandom } from '../../support/random.ts'
import { answer, dataset, numbers, rows, rowsOf, sourceOf } from './asking.ts'
import { randomQuery } from './referee/random-query.ts'
import { randomFields, randomTable } from './referee/random-table.ts'

describe('work', () => {
  const column = (name: string, value: (row: number) => number): Column =>
    numbers(
      name,
      'integer',
      Array.from({ length: 1000 }, (_, row) => value(row)),
    )
  const table: Table = { rows: 1000, columns: [column('id', (row) => row), column('other', (row) => row % 7)] }
  const watched = async (onRead: (group: number, columns: readonly string[]) => void): Promise<Source> => {
    const source = await openParquet(
      await parquetBytes(
        [table],
        [
          { name: 'id', type: 'integer' },
          { name: 'other', type: 'integer' },
        ],
        100,
      ),
    )
    return { ...source, read: (group, columns) => (onRead(group, columns), source.read(group, columns)) }
  }

  test('[E17] only row groups that may match, only columns that are touched', async () => {
    const reads: [number, readonly string[]][] = []
    const source = await watched((group, columns) => reads.push([group, columns]))
    expect(
      await rowsOf(
        { dataset, measures: [rows], filters: [{ op: 'between', column: 'id', from: 350, to: 420 }] },
        source,
      ),
    ).toEqual([{ rows: 71 }])
    expect(reads).toEqual([
      [3, ['id']],
      [4, ['id']],
    ])
  })

  test('[E17] a count of all rows reads nothing', async () => {
    let reads = 0
    expect(await rowsOf({ dataset, measures: [rows] }, await watched(() => reads++))).toEqual([{ rows: 1000 }])
    expect(reads).toBe(0)
  })

  test('[E17] a listing stops where it has enough, and starts where its page begins', async () => {
    const groups: number[] = []
    const found = await rowsOf(
      { dataset, columns: ['id'], offset: 510, limit: 5 },
      await watched((group) => groups.push(group)),
    )
    expect(found.map(({ id }) => id)).toEqual([510, 511, 512, 513, 514])
    expect(groups.every((group) => group === 5 || group === 6)).toBe(true)
  })

  test('[E17] a sorted listing reads its other columns only where its rows are', async () => {
    const reads: string[] = []
    const found = await rowsOf(
      { dataset, columns: ['other', 'id'], sort: [{ by: 'id', direction: 'descending' }], limit: 2 },
      await watched((group, columns) => reads.push(`${group} ${columns.join()}`)),
    )
    expect(found).toEqual([
      { other: 5, id: 999 },
      { other: 4, id: 998 },
    ])
    expect(reads.filter((read) => read.includes('other'))).toEqual(['9 other,id'])
  })

  test('[E18] a signal stops between two row groups', async () => {
    const signal = { aborted: false }
    let reads = 0
    const source = await watched(() => (signal.aborted = ++reads >= 4))
    const query = validateQuery({ dataset, measures: [{ aggregate: 'sum', column: 'id' }] }, source.fields)
    if (!query.ok) throw new Error('invalid')
    expect(await runQuery(query.value, source, signal as AbortSignal)).toMatchObject({
      ok: false,
      error: { code: 'query/cancelled', status: 408 },
    })
    expect(reads).toBeLessThan(10)
  })

  test.each([
    [1000, 7],
    [400_000, 6],
    [3_000_000, 2],
  ])('[E19] of row groups of %i rows at most %i are on their way', async (size, most) => {
    let [underWay, peak] = [0, 0]
    const slow: Source = {
      fields: [{ name: 'id', type: 'integer' }],
      rowGroups: Array.from({ length: 20 }, () => ({ rows: size, statistics: {} })),
      read: async () => {
        peak = Math.max(peak, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 1))
        underWay--
        return { rows: 1, columns: [numbers('id', 'integer', [1])] }
      },
    }
    expect(await rowsOf({ dataset, measures: [{ aggregate: 'sum', column: 'id', as: 's' }] }, slow)).toEqual([
      { s: 20 },
    ])
    expect(peak).toBe(most)
  })

  test('[E19] a failure to read is the caller’s, once', async () => {
    const source = await watched((group) => {
      if (group === 2) throw new Error('disk')
    })
    await expect(answer({ dataset, measures: [{ aggregate: 'sum', column: 'id' }] }, source)).rejects.toThrow('disk')
  })

  test('[E19] too many groups, and a page too far, are refused', async () => {
    const many = sourceOf(
      numbers(
        'n',
        'integer',
        Array.from({ length: 1_000_001 }, (_, row) => row * 3),
      ),
    )
    await expect(answer({ dataset, dimensions: [{ column: 'n' }], measures: [rows] }, many)).rejects.toThrow(
      'query/too-large',
    )
    await expect(
      answer({ dataset, columns: ['n'], sort: [{ by: 'n', direction: 'ascending' }], offset: 1_000_000 }, many),
    ).rejects.toThrow('query/too-large')
  }, 30_000)

  test.each([[], [{ column: 'g' }]])(
    '[E19] more different texts than can be held are refused: by %j',
    async (...by) => {
      const count = 1_000_001
      const varied: Column = {
        name: 't',
        type: 'text',
        codes: Int32Array.from({ length: count }, (_, row) => row),
        dictionary: Array.from({ length: count }, (_, row) => `t${row}`),
      }
      const source = sourceOf(
        varied,
        numbers(
          'g',
          'integer',
          Array.from({ length: count }, () => 1),
        ),
      )
      const distinct = { aggregate: 'distinct', column: 't', as: 'd' } as const
      await expect(answer({ dataset, dimensions: by, measures: [distinct] }, source)).rejects.toThrow('query/too-large')
      const few = { op: 'startsWith', column: 't', text: 't99' } as const
      expect(await rowsOf({ dataset, measures: [distinct], filters: [few] }, source)).toEqual([{ d: 11_111 }])
    },
    30_000,
  )
})

const seed = 77
test(`[E20] the same rows give the same answer however they are split (seed ${seed})`, async () => {
  const random = seededRandom(seed)
  const table = randomTable(random, 1200)
  const slice = (start: number, end: number): Table => ({
    rows: end - start,
    columns: table.columns.map((column) =>
      column.type === 'text'
        ? { ...column, codes: column.codes.slice(start, end), dictionary: [...column.dictionary] }
        : { ...column, values: column.values.slice(start, end) },
    ),
  })
  const whole = tableSource([table])
  const others = [
    tableSource([slice(0, 1), slice(1, 700), slice(700, 700), slice(700, 1200)]),
    await openParquet(await parquetBytes([table], randomFields, 64)),
  ]
  for (let round = 0; round < 60; round++) {
    const input = randomQuery(random)
    const expected = await rowsOf(input, whole)
    for (const source of others) expect(await rowsOf(input, source), JSON.stringify(input)).toEqual(expected)
  }
})
