import { describe, expect, test } from 'vitest'
import { chartSpec, type ChartData, type Scene } from '#core/charts/chart.ts'
import { rankCharts, recommendChart } from '#core/charts/recommend.ts'
import { chartTypes, knownChartSpec, type ChartTypeId } from '#core/charts/registry.ts'
import { sceneFor } from '#core/charts/scene.ts'
import { columnOf, dataOf, tableOf } from '../support/chart-tables.ts'

const ids = Object.keys(chartTypes) as ChartTypeId[]
const days = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => new Date(at * 86_400_000).toISOString().slice(0, 10))
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => (at * 7919) % 1009)
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `Name ${at}`)
const none = (count: number): null[] => Array.from({ length: count }, () => null)

const sum = { aggregate: 'sum', column: 'Revenue' } as const
const mean = { aggregate: 'mean', column: 'Rating' } as const
const count = { aggregate: 'count' } as const

/** Results of every shape that the engine can hand over, of so many rows. */
function shapes(rows: number, empty = false): Record<string, ChartData> {
  const values = empty ? none(rows) : numbers(rows)
  const region = columnOf('Region', 'text', empty ? none(rows) : names(rows))
  const dates = columnOf('Order date (month)', 'date', empty ? none(rows) : days(rows))
  const bins = columnOf(
    'Revenue (bins)',
    'decimal',
    empty ? none(rows) : Array.from({ length: rows }, (_, at) => at * 2.5),
  )
  const revenue = columnOf('Total Revenue', 'decimal', values)
  const rating = columnOf('Average Rating', 'decimal', values)
  const orders = columnOf('Rows', 'integer', values)
  const split = columnOf(
    'Channel',
    'text',
    empty ? none(rows) : Array.from({ length: rows }, (_, at) => `Channel ${at % 30}`),
  )
  const month = { column: 'Order date', grain: 'month' } as const
  return {
    'one measure': dataOf({ measures: [sum] }, tableOf(revenue)),
    'a category': dataOf({ dimensions: [{ column: 'Region' }], measures: [sum] }, tableOf(region, revenue)),
    'two categories': dataOf(
      { dimensions: [{ column: 'Region' }, { column: 'Channel' }], measures: [sum] },
      tableOf(region, split, revenue),
    ),
    time: dataOf({ dimensions: [month], measures: [sum] }, tableOf(dates, revenue)),
    'time and a category': dataOf(
      { dimensions: [month, { column: 'Channel' }], measures: [mean] },
      tableOf(dates, split, rating),
    ),
    bins: dataOf({ dimensions: [{ column: 'Revenue', bins: 20 }], measures: [count] }, tableOf(bins, orders)),
    'two measures': dataOf(
      { dimensions: [{ column: 'Region' }], measures: [sum, mean] },
      tableOf(region, revenue, rating),
    ),
    'listed rows': dataOf({ columns: ['Region', 'Revenue'] }, tableOf(region, columnOf('Revenue', 'decimal', values))),
    'a listed number': dataOf({ columns: ['Revenue'] }, tableOf(columnOf('Revenue', 'decimal', values))),
    'no columns': dataOf({ measures: [sum] }, tableOf()),
  }
}

const everyResult = [
  ['of twelve rows', shapes(12)],
  ['of one row', shapes(1)],
  ['of no rows', shapes(0)],
  ['without any value', shapes(12, true)],
  ['of 30,000 rows', shapes(30_000)],
].flatMap(([size, results]) =>
  Object.entries(results as Record<string, ChartData>).map(
    ([shape, data]) => [`${shape}, ${size as string}`, data] as const,
  ),
)

function holdsTogether(scene: Scene): void {
  if (scene.kind === 'empty') expect(scene.reason).toMatch(/\.$/)
  if (scene.kind === 'table') for (const row of scene.rows) expect(row.length).toBe(scene.columns.length)
  if (scene.kind !== 'xy') return
  const length = (scene.categories ?? scene.positions)?.length ?? 0
  expect(length).toBeGreaterThan(0)
  expect(scene.keys.length).toBe(length)
  expect(scene.series.length).toBeGreaterThan(0)
  for (const { y } of scene.series) expect(y.length).toBe(length)
  if (scene.names) expect(scene.names.length).toBe(length)
  const positions = Array.from(scene.positions ?? [])
  expect(positions.every((position, at) => at === 0 || position >= (positions[at - 1] ?? 0))).toBe(true)
  const values = scene.series.flatMap(({ y }) => Array.from(y))
  expect(values.some((value) => Number.isFinite(value))).toBe(true)
  expect(values.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true)
}

describe.each(ids)('%s', (id) => {
  const type = chartTypes[id]

  test('says when to choose it, in a sentence', () => {
    expect(type.title).not.toBe('')
    expect(type.useWhen).toMatch(/^[A-Z].*\.$/)
  })

  test.each(everyResult)('rates itself from 0 to 1 for %s', (_, data) => {
    const score = type.suits(data)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
    expect(type.suits(data)).toBe(score)
  })

  test.each(everyResult)('draws what it says it suits, of %s', (_, data) => {
    const spec = type.specFor(data)
    expect(chartSpec.parse(spec)).toEqual(spec)
    expect(spec.type).toBe(id)
    const scene = type.scene(spec, data)
    holdsTogether(scene)
    if (type.suits(data) > 0) {
      expect(scene.kind).not.toBe('empty')
      expect(type.reason(data)).toMatch(/^[A-Z].*\.$/)
      const known = new Set(data.table.columns.map(({ name }) => name))
      for (const name of [spec.x, spec.series, ...spec.y]) expect(name === null || known.has(name)).toBe(true)
    }
  })

  test.each(everyResult)('stays small enough to send, of %s', (_, data) => {
    const text = JSON.stringify(type.scene(type.specFor(data), data))
    expect(text.length).toBeLessThan(4_000_000)
  })

  test('is the best choice for some result', () => {
    expect(everyResult.some(([, data]) => recommendChart(data).type === id)).toBe(true)
  })

  test.each(everyResult)('says so where the result lacks its columns: %s', (_, data) => {
    const scene = type.scene({ type: id, x: 'Gone', y: ['Gone too'], series: null }, data)
    expect(['empty', 'table']).toContain(scene.kind)
  })
})

test.each(everyResult)('a chart is recommended and drawn for %s', (_, data) => {
  const ranked = rankCharts(data)
  expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a))
  expect(knownChartSpec.parse(recommendChart(data))).toEqual(recommendChart(data))
  holdsTogether(sceneFor(null, data))
})

test('a result without rows says so', () => {
  expect(sceneFor(null, shapes(0)['a category'] as ChartData)).toEqual({ kind: 'empty', reason: 'No rows match.' })
})

test('a spec of an unknown type is refused where it enters, and gives way where it is drawn', () => {
  const spec = { type: 'pie in the sky', x: null, y: [], series: null }
  expect(knownChartSpec.safeParse(spec).success).toBe(false)
  expect(sceneFor(spec, shapes(12)['a category'] as ChartData).kind).toBe('xy')
})

test('a spec whose columns have gone keeps its type', () => {
  const scene = sceneFor(
    { type: 'bar', x: 'Gone', y: ['Total Revenue'], series: null },
    shapes(12)['time'] as ChartData,
  )
  expect(scene.kind === 'xy' && scene.series[0]?.style).toBe('bar')
})
