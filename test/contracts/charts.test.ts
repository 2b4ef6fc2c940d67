import { beforeAll, describe, expect, test } from 'vitest'
import { chartSpec, namesOf, specOf } from '#core/charts/chart-spec.ts'
import type { ChartData } from '#core/charts/chart.ts'
import type { Shape } from '#core/charts/drawing/drawing.ts'
import { layScene } from '#core/charts/drawing/layouts.ts'
import { chartPhrases } from '#core/charts/intent.ts'
import { rankCharts, recommendChart } from '#core/charts/recommend.ts'
import { chartTypeIds, chartTypes, knownChartSpec } from '#core/charts/registry.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { Scene, XyScene } from '#core/charts/scenes.ts'
import { summaryOf } from '#core/charts/summary.ts'
import { sketchOf, writeSvg } from '#core/charts/svg/svg-of.ts'
import { labelWidth as measure } from '#core/charts/svg/text-width.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { Column } from '#core/table/table.ts'
import { columnOf, dataOf, tableOf } from '../support/chart-tables.ts'
import { readSvg } from '../support/read-svg.ts'
import { exampleOf, openSample } from '../support/sample-data.ts'

const days = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => new Date(at * 86_400_000).toISOString().slice(0, 10))
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => (at * 7919) % 1009)
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `Name ${at}`)
const none = (count: number): null[] => Array.from({ length: count }, () => null)

const sum = { aggregate: 'sum', column: 'Revenue' } as const
const other = { aggregate: 'sum', column: 'Profit' } as const
const mean = { aggregate: 'mean', column: 'Rating' } as const
const count = { aggregate: 'count' } as const
const quartiles = [
  { aggregate: 'min', column: 'Revenue' },
  { aggregate: 'quantile', column: 'Revenue', quantile: 0.25 },
  { aggregate: 'median', column: 'Revenue' },
  { aggregate: 'quantile', column: 'Revenue', quantile: 0.75 },
  { aggregate: 'max', column: 'Revenue' },
] as const

type Told = {
  readonly values?: readonly (number | null)[]
  readonly names?: readonly (string | null)[]
  readonly dates?: readonly (string | null)[]
}

/** Results of every shape that the engine can hand over, of so many rows. */
function shapes(rows: number, told: Told = {}): Record<string, ChartData> {
  const values = told.values ?? numbers(rows)
  const groups = told.names ?? names(rows)
  const moments = told.dates ?? days(rows)
  const isEmpty = told.values !== undefined && values.every((value) => value === null)
  const region = columnOf('Region', 'text', groups)
  const dates = columnOf('Order date (month)', 'date', moments)
  const bins = columnOf('Revenue (bins)', 'decimal', isEmpty ? none(rows) : values.map((_, at) => at * 2.5))
  const revenue = columnOf('Total Revenue', 'decimal', values)
  const profit = columnOf(
    'Total Profit',
    'decimal',
    values.map((value) => (value === null ? null : value / 2)),
  )
  const rating = columnOf('Average Rating', 'decimal', values)
  const orders = columnOf('Rows', 'integer', values)
  const split = columnOf('Channel', 'text', isEmpty ? none(rows) : values.map((_, at) => `Channel ${at % 30}`))
  const listed = columnOf('Revenue', 'decimal', values)
  const month = { column: 'Order date', grain: 'month' } as const
  const five = quartiles.map((_, place) =>
    columnOf(
      `Figure ${place}`,
      'decimal',
      values.map((value) => (value === null ? null : value + place)),
    ),
  )
  const grouped = (
    dimensions: NonNullable<QueryInput['dimensions']>,
    measures: NonNullable<QueryInput['measures']>,
    ...columns: readonly Column[]
  ): ChartData => dataOf({ dimensions, measures }, tableOf(...columns))
  return {
    'one measure': grouped([], [sum], revenue),
    'one measure and its target': grouped([], [sum, other], revenue, profit),
    'a category': grouped([{ column: 'Region' }], [sum], region, revenue),
    'two categories': grouped([{ column: 'Region' }, { column: 'Channel' }], [sum], region, split, revenue),
    time: grouped([month], [sum], dates, revenue),
    days: grouped([{ column: 'Order date', grain: 'day', as: 'Order date (month)' }], [sum], dates, revenue),
    'time and a category': grouped([month, { column: 'Channel' }], [mean], dates, split, rating),
    'time and a category, added up': grouped([month, { column: 'Channel' }], [sum], dates, split, revenue),
    bins: grouped([{ column: 'Revenue', bins: 20 }], [count], bins, orders),
    'two measures': grouped([{ column: 'Region' }], [sum, mean], region, revenue, rating),
    'two measures written alike': grouped([{ column: 'Region' }], [sum, other], region, revenue, profit),
    'three measures': grouped([{ column: 'Region' }], [sum, other, count], region, revenue, profit, orders),
    'five figures': dataOf(
      {
        dimensions: [{ column: 'Region' }],
        measures: quartiles.map((measure, place) => ({ ...measure, as: `Figure ${place}` })),
      },
      tableOf(region, ...five),
    ),
    'listed rows': dataOf({ columns: ['Region', 'Revenue'] }, tableOf(region, listed)),
    'a listed number': dataOf({ columns: ['Revenue'] }, tableOf(listed)),
    'listed numbers': dataOf(
      { columns: ['Revenue', 'Profit', 'Rating'] },
      tableOf(listed, columnOf('Profit', 'decimal', values), columnOf('Rating', 'decimal', values)),
    ),
    'no columns': dataOf({ measures: [sum] }, tableOf()),
  }
}

const script = '<img src=x onerror="globalThis.hacked = true">'
const repeated = (texts: readonly string[]): string[] =>
  Array.from({ length: 12 }, (_, at) => texts[at % texts.length] ?? '')

const resultsOf: Readonly<Record<string, Record<string, ChartData>>> = {
  'of twelve rows': shapes(12),
  'of one row': shapes(1),
  'of no rows': shapes(0),
  'without any value': shapes(12, { values: none(12), names: none(12), dates: none(12) }),
  'of 10,000 rows': shapes(10_000),
  'of negative values': shapes(12, { values: numbers(12).map((value) => -value - 1) }),
  'of both signs': shapes(12, { values: numbers(12).map((value, at) => (at % 2 === 0 ? value : -value)) }),
  'of huge values': shapes(12, { values: numbers(12).map((value) => (value + 1) * 1e300) }),
  'of tiny values': shapes(12, { values: numbers(12).map((value) => (value + 1) * 1e-300) }),
  'of zeros': shapes(12, { values: Array.from({ length: 12 }, () => 0) }),
  'with gaps': shapes(12, { values: numbers(12).map((value, at) => (at % 3 === 0 ? null : value)) }),
  'with long names': shapes(12, { names: names(12).map((name) => `${name} ${'and so on '.repeat(40)}`) }),
  'from right to left': shapes(12, { names: repeated(['القاهرة', 'תל אביב', 'إسطنبول', 'دمشق']) }),
  'in Chinese and Japanese': shapes(12, { names: repeated(['北京市朝阳区', '東京都', '서울특별시', '上海']) }),
  'of emoji': shapes(12, { names: repeated(['👩‍👩‍👧‍👦👩🏽‍🚀', '🇩🇪', '🧑‍💻', 'é́́']) }),
  'of HTML': shapes(12, { names: repeated([script, '</svg><script>1</script>', '&amp;', '${1}']) }),
  'of one name': shapes(12, { names: repeated(['Same']) }),
  'of weekdays': shapes(7, { names: ['Sunday', 'Friday', 'Monday', 'Saturday', 'Tuesday', 'Thursday', 'Wednesday'] }),
}

const sizes = Object.keys(resultsOf)
const everyResult = Object.entries(resultsOf).flatMap(([size, results]) =>
  Object.entries(results).map(([shape, data]) => [`${shape}, ${size}`, data] as const),
)

/** Says of which result an expectation failed. */
function each(size: string, check: (data: ChartData) => void): void {
  for (const [shape, data] of Object.entries(resultsOf[size] ?? {})) {
    try {
      check(data)
    } catch (error) {
      throw new Error(`${shape}, ${size}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}

function xyHoldsTogether(scene: XyScene): void {
  const length = (scene.categories ?? scene.positions)?.length ?? 0
  expect(length).toBeGreaterThan(0)
  expect(scene.keys.length).toBe(length)
  expect(scene.series.length).toBeGreaterThan(0)
  for (const { y } of scene.series) expect(y.length).toBe(length)
  if (scene.names) expect(scene.names.length).toBe(length)
  if (scene.sizes) expect(scene.sizes.values.length).toBe(length)
  const positions = Array.from(scene.positions ?? [])
  expect(positions.every((position, at) => at === 0 || position >= (positions[at - 1] ?? 0))).toBe(true)
  const values = scene.series.flatMap(({ y }) => Array.from(y))
  expect(values.some((value) => Number.isFinite(value))).toBe(true)
  expect(values.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true)
}

/** Shapes where they stand, those of groups too. */
const flat = (shapes: readonly Shape[], dx = 0, dy = 0): readonly Shape[] =>
  shapes.flatMap((shape) => {
    if (shape.shape === 'group') return flat(shape.shapes, dx + shape.x, dy + shape.y)
    return shape.shape === 'path' ? [shape] : [{ ...shape, x: shape.x + dx, y: shape.y + dy }]
  })

const numbersIn = (shape: Shape): readonly number[] =>
  shape.shape === 'path'
    ? [...shape.d.matchAll(/-?[\d.]+(?:e[-+]?\d+)?|NaN|Infinity/g)].map(([text]) => Number(text))
    : Object.values(shape).filter((value) => typeof value === 'number')

/** Do two labels that stand in one line overlap? */
function overlaps(shapesOf: readonly Shape[]): boolean {
  const boxes = shapesOf.flatMap((shape) => {
    if (shape.shape !== 'text' || shape.turn !== undefined || shape.text === '') return []
    const width = measure(shape.text)
    const left = shape.x - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0)
    return [{ left, right: left + width, y: shape.y }]
  })
  return boxes.some((a, at) =>
    boxes.some((b, place) => place > at && Math.abs(a.y - b.y) < 8 && a.left < b.right - 1 && b.left < a.right - 1),
  )
}

/** Every shape has a place, marks are within the drawing, and no label covers another. */
function isDrawn(scene: Scene): void {
  for (const [width, height] of [
    [340, 260],
    [1200, 420],
  ] as const) {
    const drawing = layScene(scene, { width, height, measure })
    const shown = flat([...drawing.under, ...drawing.marks.flatMap(({ shapes: own }) => own), ...drawing.over])
    for (const shape of shown) expect(numbersIn(shape).every(Number.isFinite), JSON.stringify(shape)).toBe(true)
    for (const { at } of drawing.marks) {
      expect(at.x).toBeGreaterThanOrEqual(-1)
      expect(at.x).toBeLessThanOrEqual(drawing.width + 1)
      expect(at.y).toBeLessThanOrEqual(drawing.height + 1)
    }
    if (drawing.marks.length < 200) expect(overlaps(shown)).toBe(false)
  }
}

const attributesOfSvg = new Set(
  'xmlns width height viewBox role font-family font-size font-weight x y cx cy r rx d fill fill-opacity stroke stroke-width text-anchor transform'.split(
    ' ',
  ),
)

/** Written as SVG it is well-formed, and holds nothing that runs, listens or fetches. */
function isWritten(scene: Scene): void {
  const svg = writeSvg(sketchOf(scene, { width: 360, height: null, title: script, theme: 'dark' }))
  const { elements, attributes } = readSvg(svg)
  expect([...elements.keys()].filter((name) => !/^(svg|g|path|rect|circle|text|title|desc)$/.test(name))).toEqual([])
  expect([...attributes].filter((name) => !attributesOfSvg.has(name))).toEqual([])
  expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/)
}

function holdsTogether(scene: Scene): void {
  if (scene.kind === 'empty') expect(scene.reason).toMatch(/\.$/)
  if (scene.kind === 'table') for (const row of scene.rows) expect(row.length).toBe(scene.columns.length)
  if (scene.kind === 'xy') xyHoldsTogether(scene)
  if (scene.kind === 'facets') for (const panel of scene.panels) xyHoldsTogether(panel.scene)
  if (scene.kind === 'parts' && scene.shape !== 'stages') {
    const shares = scene.parts.reduce((total, { share }) => total + share, 0)
    expect(shares).toBeCloseTo(1, 6)
    if (scene.shape !== 'tiles') expect(scene.parts.length).toBeLessThanOrEqual(8)
  }
  isDrawn(scene)
  isWritten(scene)
}

describe.each(chartTypeIds)('%s', (id) => {
  const type = chartTypes[id]

  test('says what it is, when to choose it, and what it takes', () => {
    expect(type.id).toBe(id)
    expect(type.title).not.toBe('')
    expect(type.useWhen).toMatch(/^[A-Z].*\.$/)
    expect(type.icon).toMatch(/^M[\d.]/)
    expect(type.words.length).toBeGreaterThan(0)
    for (const word of type.words) expect(word).toBe(word.toLowerCase())
    expect(type.intents.length).toBeGreaterThan(0)
    expect(new Set(type.channels.map((channel) => channel.id)).size).toBe(type.channels.length)
    expect(type.channels.some(({ isRequired }) => isRequired)).toBe(true)
    expect(type.size.w).toBeLessThanOrEqual(12)
  })

  test('has settings that all have a default and a title', () => {
    const read = type.settings.safeParse({})
    expect(read.success).toBe(true)
    for (const setting of Object.values(type.settings.shape)) expect(setting.meta()?.['title']).toBeTruthy()
  })

  test.each(sizes)('[CH1] draws what it says it suits, %s', (size) =>
    each(size, (data) => {
      const score = type.suits(data)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      const spec = type.specFor(data)
      expect(chartSpec.parse(spec)).toEqual(spec)
      expect(spec.type).toBe(id)
      const scene = type.scene(spec, data)
      holdsTogether(scene)
      expect(type.summary(scene)).toMatch(/[.!?]$/)
      expect(JSON.stringify(scene).length).toBeLessThan(4_000_000)
      if (score === 0) return
      expect(scene.kind).not.toBe('empty')
      expect(type.reason(data)).toMatch(/^[A-Z].*\.$/s)
      const known = new Set(data.table.columns.map(({ name }) => name))
      const taken = new Set<string>(type.channels.map((channel) => channel.id))
      for (const name of namesOf(spec)) expect(known.has(name)).toBe(true)
      for (const channel of Object.keys(spec.channels)) expect(taken.has(channel)).toBe(true)
    }),
  )

  test('is offered for some result', () => {
    expect(everyResult.some(([, data]) => type.suits(data) > 0)).toBe(true)
  })

  test.each(sizes)('says so where the result lacks its columns, %s', (size) =>
    each(size, (data) => {
      const scene = type.scene(specOf(id, { x: 'Gone', y: 'Gone too' }), data)
      expect(['empty', 'table']).toContain(scene.kind)
    }),
  )
})

describe('on the sample', () => {
  let sample: Awaited<ReturnType<typeof openSample>>
  beforeAll(async () => {
    sample = await openSample()
  })

  test.each(chartTypeIds)('%s draws its example', async (id) => {
    const type = chartTypes[id]
    const { data } = await exampleOf(type, sample)
    expect(type.suits(data)).toBeGreaterThan(0)
    const scene = type.scene(type.specFor(data), data)
    expect(scene.kind).not.toBe('empty')
    holdsTogether(scene)
    expect(summaryOf(scene).length).toBeGreaterThan(10)
  })
})

test.each(sizes)('a chart is recommended and drawn for results %s', (size) =>
  each(size, (data) => {
    const ranked = rankCharts(data)
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a))
    expect(knownChartSpec.parse(recommendChart(data))).toEqual(recommendChart(data))
    holdsTogether(sceneFor(null, data))
  }),
)

test('no two chart types share a name', () => {
  const phrases = chartPhrases.map(([phrase]) => phrase)
  expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([])
})

test('a result without rows says so', () => {
  expect(sceneFor(null, shapes(0)['a category'] as ChartData)).toEqual({ kind: 'empty', reason: 'No rows match.' })
})

test('a spec of an unknown type is refused where it enters, and gives way where it is drawn', () => {
  const spec = specOf('pie in the sky')
  expect(knownChartSpec.safeParse(spec).success).toBe(false)
  expect(sceneFor(spec, shapes(12)['a category'] as ChartData).kind).toBe('xy')
})

test('a setting that its type does not know how to read is refused where it enters', () => {
  const read = knownChartSpec.safeParse(specOf('pie', { x: 'Region', y: 'Rows' }, { slices: 40 }))
  expect(read.error?.issues[0]?.message).toMatch(/setting slices of pie chart/)
})

test('a spec whose columns have gone keeps its type', () => {
  const scene = sceneFor(specOf('bar', { x: 'Gone', y: 'Total Revenue' }), shapes(12)['time'] as ChartData)
  expect(scene.kind === 'xy' && scene.series[0]?.style).toBe('bar')
})

test.each([
  [
    { type: 'bar', x: 'Region', y: ['Rows'], series: 'Channel' },
    specOf('bar', { x: 'Region', y: 'Rows', colour: 'Channel' }),
  ],
  [{ type: 'table', x: null, y: ['Region', 'Rows'], series: null }, specOf('table', { y: ['Region', 'Rows'] })],
  [{ type: 'number', y: ['Rows'] }, specOf('number', { y: 'Rows' })],
])('a spec saved before there were channels is read: %j', (saved, spec) => {
  expect(chartSpec.parse(saved)).toEqual(spec)
  expect(knownChartSpec.parse(saved)).toEqual(spec)
})
