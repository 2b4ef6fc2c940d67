import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../support/random.ts'
import { answer, dataset, moments, numbers, rows, rowsOf, sourceOf, texts } from './asking.ts'

describe('groups', () => {
  test('[E8] no rows: one group without dimensions, none with', async () => {
    const source = sourceOf(texts('g', []), numbers('n', 'integer', []))
    expect(await rowsOf({ dataset, measures: [rows, { aggregate: 'sum', column: 'n', as: 's' }] }, source)).toEqual([
      { rows: 0, s: null },
    ])
    expect(await rowsOf({ dataset, dimensions: [{ column: 'g' }], measures: [rows] }, source)).toEqual([])
    expect(
      (await answer({ dataset, dimensions: [{ column: 'g' }], measures: [rows] }, source)).columns.map(
        ({ name, type }) => [name, type],
      ),
    ).toEqual([
      ['g', 'text'],
      ['rows', 'integer'],
    ])
  })

  test.each([
    ['hour', '2024-12-30T23:59:59.999Z', '2024-12-30T23:00:00Z'],
    ['day', '1969-12-31T23:00:00Z', '1969-12-31'],
    ['week', '2025-01-01T00:00:00Z', '2024-12-30'],
    ['week', '2024-12-30T00:00:00Z', '2024-12-30'],
    ['week', '2024-12-29T23:59:59Z', '2024-12-23'],
    ['week', '1969-12-28T12:00:00Z', '1969-12-22'],
    ['month', '2024-02-29T12:00:00Z', '2024-02-01'],
    ['quarter', '2024-06-30T23:59:59Z', '2024-04-01'],
    ['year', '0050-07-01T00:00:00Z', '0050-01-01'],
  ] as const)('[E9] by %s, %s belongs to %s', async (grain, moment, start) => {
    const [row] = await rowsOf(
      { dataset, dimensions: [{ column: 'at', grain, as: 'period' }], measures: [rows] },
      sourceOf(moments('at', [moment])),
    )
    expect(row).toEqual({ period: start, rows: 1 })
  })

  test('[E10] bins have round widths and own their lower edges', async () => {
    const values = Array.from({ length: 101 }, (_, row) => row / 100)
    const found = await rowsOf(
      { dataset, dimensions: [{ column: 'n', bins: 10, as: 'bin' }], measures: [rows] },
      sourceOf(numbers('n', 'decimal', values)),
    )
    expect(found).toEqual([
      ...[0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((bin) => ({ bin, rows: 10 })),
      { bin: 1, rows: 1 },
    ])
  })

  test.each([
    ['decimal', [0, 1000], 30, 50],
    ['decimal', [0, 7], 4, 2],
    ['decimal', [0.001, 0.0093], 8, 0.002],
    ['integer', [0, 9], 4, 5],
    ['integer', [0, 3], 10, 1],
    ['integer', [5, 5], 10, 1],
  ] as const)('[E10] %s values from %j in about %i bins are %d wide', async (type, range, bins, width) => {
    const [low, high] = range
    const dense = Array.from({ length: 5001 }, (_, step) => low + ((high - low) * step) / 5000)
    const values = type === 'integer' ? dense.map(Math.round) : dense
    const found = await rowsOf(
      { dataset, dimensions: [{ column: 'n', bins, as: 'bin' }], measures: [rows] },
      sourceOf(numbers('n', type, values)),
    )
    const edges = found.map(({ bin }) => Number(bin))
    expect(edges.length).toBeLessThanOrEqual(bins + 1)
    for (const [at, edge] of edges.slice(1).entries()) expect(edge - (edges[at] ?? 0)).toBeCloseTo(width, 12)
  })

  test('[E10] bins span the rows that pass', async () => {
    const source = sourceOf(
      numbers(
        'n',
        'integer',
        Array.from({ length: 1000 }, (_, row) => row),
      ),
    )
    const found = await rowsOf(
      {
        dataset,
        dimensions: [{ column: 'n', bins: 10, as: 'bin' }],
        measures: [rows],
        filters: [{ op: 'less', column: 'n', value: 100 }],
      },
      source,
    )
    expect(found.map(({ bin }) => bin)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90])
  })

  test('[E7] eight dimensions with nulls, tabled or hashed, are told apart', async () => {
    const random = seededRandom(9)
    const size = 20_000
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const cells = names.map((_, at) =>
      Array.from({ length: size }, () => (random.chance(0.1) ? null : random.below(2 + at * 9))),
    )
    const source = sourceOf(...names.map((name, at) => numbers(name, 'integer', cells[at] ?? [])))
    const expected = new Map<string, number>()
    for (let row = 0; row < size; row++) {
      const key = JSON.stringify(cells.map((column) => column[row]))
      expected.set(key, (expected.get(key) ?? 0) + 1)
    }
    const found = await rowsOf(
      { dataset, dimensions: names.map((column) => ({ column })), measures: [rows], limit: 100_000 },
      source,
    )
    expect(
      new Map(found.map(({ rows: count, ...group }) => [JSON.stringify(Object.values(group)), Number(count)])),
    ).toEqual(expected)
  })
})
