import { describe, expect, test } from 'vitest'
import { dataOf as dataOfExploration } from '#core/explore/data-of.ts'
import { emptyExploration } from '#core/explore/exploration.ts'
import { pivotSheet } from '#core/explore/pivot-sheet.ts'
import { tableSheet } from '#core/explore/sheet.ts'
import { chartTypes } from '#core/charts/registry.ts'
import { query } from '#core/query/query.ts'
import { decideColumn } from '#core/semantic/model/decide-column.ts'
import { inNaturalOrder } from '#core/semantic/natural-order.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import { amount, columnOf, dataOf, modelOf, semantic, tableOf } from '../../support/chart-tables.ts'
import { loadText } from '../../support/load-text.ts'

const sizes = ['XL', 'S', 'M', 'L']
const days = ['Sun', 'Mon', 'Fri']

const asked = {
  dimensions: [{ column: 'Size' }, { column: 'Day' }],
  measures: [{ aggregate: 'sum' as const, column: 'Revenue' }],
}
const pairs = sizes.flatMap((size) => days.map((day) => [size, day] as const))
const table = tableOf(
  columnOf(
    'Size',
    'text',
    pairs.map(([size]) => size),
  ),
  columnOf(
    'Day',
    'text',
    pairs.map(([, day]) => day),
  ),
  columnOf(
    'Total Revenue',
    'decimal',
    pairs.map((_, at) => at + 1),
  ),
)

const modelWith = (size: Partial<SemanticColumn>) =>
  modelOf([
    semantic('Size', { values: sizes, distinct: 4, ...size }),
    semantic('Day', { values: days }),
    amount('Revenue'),
  ])

const natural = modelWith({ order: [...(inNaturalOrder(sizes) ?? [])] })
const own = modelWith({ order: ['M', 'XL', 'S', 'L'] })
const without = modelWith({ order: [] })

describe.each([
  ['found', natural, ['S', 'M', 'L', 'XL']],
  ['decided', own, ['M', 'XL', 'S', 'L']],
  ['taken away', without, sizes],
] as const)('an order that was %s', (_, model, order) => {
  const data = dataOf(asked, table, model)

  test('[CH9] holds along the axis of a chart', () => {
    const scene = chartTypes.bar.scene(chartTypes.bar.specFor(data), data)
    expect(scene.kind === 'xy' && [...new Set(scene.categories)]).toEqual(order)
  })

  test('[CH9] holds in a legend', () => {
    const spec = { ...chartTypes.bar.specFor(data), channels: { x: ['Day'], y: ['Total Revenue'], colour: ['Size'] } }
    const scene = chartTypes.bar.scene(spec, data)
    expect(scene.kind === 'xy' && scene.series.map(({ label }) => label)).toEqual(order)
    expect(scene.kind === 'xy' && scene.categories).toEqual(['Mon', 'Fri', 'Sun'])
  })

  test('[CH9] holds in a table and in the rows and columns of a pivot', () => {
    const exploration = { ...emptyExploration('orders'), rows: [{ column: 'Size' }], values: asked.measures }
    const plan = query.parse({ dataset: 'orders', ...asked })
    const shown = dataOfExploration(exploration, table, plan, model)
    const sizesOf = (rows: readonly (readonly unknown[])[]) => [...new Set(rows.map(([size]) => size))]
    expect(sizesOf(tableSheet(shown, null).rows)).toEqual(order)
    const none = { rows: null, columns: null, all: null, showsTotals: false }
    expect(sizesOf(pivotSheet({ data: shown, across: ['Day'], ...none }).rows)).toEqual(order)
    const across = pivotSheet({ data: shown, across: ['Size'], ...none }).columns.flatMap((each) => each.across ?? [])
    expect(across).toEqual(order === sizes ? [...sizes].sort() : order)
  })

  test('[CH9] gives way to an order that was asked for', () => {
    const sorted = dataOf({ ...asked, sort: [{ by: 'Total Revenue', direction: 'descending' }] }, table, model)
    expect(sorted.table).toBe(table)
  })
})

describe('the order of a column', () => {
  test.each([
    ['day', ['Friday', 'Monday', 'Sunday'], ['Monday', 'Friday', 'Sunday']],
    ['month', ['Mar', 'Jan', 'Feb'], ['Jan', 'Feb', 'Mar']],
    ['quarter', ['Q3', 'Q1', 'Q4'], ['Q1', 'Q3', 'Q4']],
    ['size', ['XL', 'S', 'M'], ['S', 'M', 'XL']],
    ['answer', ['Agree', 'Strongly disagree', 'Neutral'], ['Strongly disagree', 'Neutral', 'Agree']],
    ['age', ['65+', '18-24', 'under 18', '25-64'], ['under 18', '18-24', '25-64', '65+']],
    ['place', ['10th', '2nd', '1st'], ['1st', '2nd', '10th']],
    ['city', ['Berlin', 'Aachen', 'Zwickau'], undefined],
  ])('[CH9] is found when the model is made: %s', async (name, values, order) => {
    const rows = Array.from({ length: 60 }, (_, at) => `${values[at % values.length] ?? ''},${at}`)
    const { model } = await loadText('values.csv', [`${name},amount`, ...rows].join('\n'))
    expect(model.columns.find((column) => column.name === name)?.order).toEqual(order)
  })

  test('[CH9] is what a person decided', () => {
    const column = semantic('Size', { order: ['S', 'M'] })
    expect(decideColumn(column, {}).order).toEqual(['S', 'M'])
    expect(decideColumn(column, { order: ['M', 'S'] }).order).toEqual(['M', 'S'])
    expect(decideColumn(column, { order: [] }).order).toEqual([])
  })
})
