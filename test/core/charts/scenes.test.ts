import { expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import type { Scene, XyScene } from '#core/charts/scenes.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import { columnOf, dataOf, modelOf, semantic, tableOf } from '../../support/chart-tables.ts'

const sum = { aggregate: 'sum', column: 'Revenue' } as const
const mean = { aggregate: 'mean', column: 'Rating' } as const
const month = { column: 'Order date', grain: 'month' } as const

function xy(scene: Scene): XyScene {
  if (scene.kind !== 'xy') throw new Error(`Drawn as ${scene.kind}`)
  return scene
}

const months = columnOf('Order date (month)', 'date', ['2024-04-01', '2024-01-01', '2024-02-01'])

test('a month without rows is zero in a total, and a gap in an average', () => {
  const total = xy(
    sceneFor(
      null,
      dataOf(
        { dimensions: [month], measures: [sum] },
        tableOf(months, columnOf('Total Revenue', 'decimal', [4, 1, 2])),
      ),
    ),
  )
  expect(total.keys).toEqual(['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'])
  expect(total.series[0]?.y).toEqual([1, 2, 0, 4])
  const average = xy(
    sceneFor(
      null,
      dataOf(
        { dimensions: [month], measures: [mean] },
        tableOf(months, columnOf('Average Rating', 'decimal', [4, 1, 2])),
      ),
    ),
  )
  expect(average.series[0]?.y).toEqual([1, 2, Number.NaN, 4])
})

test('rows without a date are left out of a line, and that is said', () => {
  const dated = columnOf('Order date (month)', 'date', ['2024-01-01', '2024-02-01', '2024-03-01', null])
  const scene = xy(
    sceneFor(
      null,
      dataOf(
        { dimensions: [month], measures: [sum] },
        tableOf(dated, columnOf('Total Revenue', 'decimal', [1, 2, 3, 9])),
      ),
    ),
  )
  expect(scene.series[0]?.y).toEqual([1, 2, 3])
  expect(scene.note).toBe('Rows without order date are not drawn.')
})

test('a category without a name is called empty, and picked as null', () => {
  const scene = xy(
    sceneFor(
      null,
      dataOf(
        { dimensions: [{ column: 'Region' }], measures: [sum] },
        tableOf(columnOf('Region', 'text', ['North', null]), columnOf('Total Revenue', 'decimal', [2, 1])),
      ),
    ),
  )
  expect(scene.categories).toEqual(['North', '(empty)'])
  expect(scene.keys).toEqual(['North', null])
})

test('the category with fewer values splits the bars, whatever the order asked', () => {
  const region = columnOf('Region', 'text', ['North', 'South', 'East', 'North', 'South'])
  const channel = columnOf('Channel', 'text', ['Web', 'Web', 'Web', 'Shop', 'Shop'])
  const values = columnOf('Total Revenue', 'decimal', [5, 4, 3, 2, 1])
  const dimensions = [{ column: 'Channel' }, { column: 'Region' }]
  const scene = xy(sceneFor(null, dataOf({ dimensions, measures: [sum] }, tableOf(channel, region, values))))
  expect(scene.categories).toEqual(['North', 'South', 'East'])
  expect(scene.series.map(({ label, y }) => [label, y])).toEqual([
    ['Web', [5, 4, 3]],
    ['Shop', [2, 1, 0]],
  ])
})

test('of many series the eight largest are drawn, and that is said', () => {
  const rows = Array.from({ length: 36 }, (_, at) => at)
  const dated = columnOf(
    'Order date (month)',
    'date',
    rows.map((at) => `2024-0${1 + (at % 3)}-01`),
  )
  const region = columnOf(
    'Region',
    'text',
    rows.map((at) => `Region ${Math.floor(at / 3)}`),
  )
  const values = columnOf('Total Revenue', 'decimal', rows)
  const scene = xy(
    sceneFor(
      null,
      dataOf({ dimensions: [month, { column: 'Region' }], measures: [sum] }, tableOf(dated, region, values)),
    ),
  )
  expect(scene.series.map(({ label }) => label)).toEqual(Array.from({ length: 8 }, (_, at) => `Region ${at + 4}`))
  expect(scene.note).toBe('The 8 largest of 12 regions are drawn.')
})

test('long or many names lie down; months do not', () => {
  const lies = (names: readonly string[]): boolean =>
    xy(
      sceneFor(
        null,
        dataOf(
          { dimensions: [{ column: 'Region' }], measures: [sum] },
          tableOf(
            columnOf('Region', 'text', names),
            columnOf(
              'Total Revenue',
              'decimal',
              names.map((_, at) => at + 1),
            ),
          ),
        ),
      ),
    ).horizontal
  expect(lies(['North', 'South'])).toBe(false)
  expect(lies(['North Rhine and Westphalia', 'South'])).toBe(true)
  expect(lies(Array.from({ length: 13 }, (_, at) => `R${at}`))).toBe(true)
})

test('empty bins between two others are drawn empty', () => {
  const bins = columnOf('Revenue (bins)', 'decimal', [10, 0, 2.5])
  const asked = { dimensions: [{ column: 'Revenue', bins: 10 }], measures: [{ aggregate: 'count' }] } as const
  const scene = xy(
    sceneFor(
      null,
      dataOf(
        { dimensions: [...asked.dimensions], measures: [...asked.measures] },
        tableOf(bins, columnOf('Rows', 'integer', [1, 5, 3])),
      ),
    ),
  )
  expect(scene.binWidth).toBe(2.5)
  expect(Array.from(scene.positions ?? [])).toEqual([0, 2.5, 5, 7.5, 10])
  expect(scene.series[0]?.y).toEqual([5, 3, 0, 0, 1])
})

test('listed numbers are binned to round widths, every value counted once', () => {
  const values = Array.from({ length: 500 }, (_, at) => (at * 37) % 211)
  const spec = specOf('histogram', { x: 'Revenue' })
  const scene = xy(sceneFor(spec, dataOf({ columns: ['Revenue'] }, tableOf(columnOf('Revenue', 'decimal', values)))))
  const counts = Array.from(scene.series[0]?.y ?? [])
  expect(counts.reduce((all, each) => all + each, 0)).toBe(500)
  expect(scene.binWidth).toBe(10)
})

test('dots carry the names of their groups and stand in order of x', () => {
  const product = columnOf(
    'Product',
    'text',
    Array.from({ length: 12 }, (_, at) => `P${at}`),
  )
  const x = columnOf(
    'Total Revenue',
    'decimal',
    Array.from({ length: 12 }, (_, at) => 100 - at),
  )
  const y = columnOf('Average Rating', 'decimal', [null, ...Array.from({ length: 11 }, () => 3)])
  const scene = xy(
    sceneFor(null, dataOf({ dimensions: [{ column: 'Product' }], measures: [sum, mean] }, tableOf(product, x, y))),
  )
  expect(scene.names?.[0]).toBe('P11')
  expect(scene.keys).not.toContain('P0')
  expect(scene.positions?.length).toBe(11)
})

test('columns are called what people call them', () => {
  const asked = {
    dimensions: [{ column: 'Region' }],
    measures: [{ aggregate: 'count' as const }, sum, { aggregate: 'count' as const, share: true }],
  }
  const table = tableOf(
    columnOf('Region', 'text', ['North']),
    columnOf('Rows', 'integer', [3]),
    columnOf('Total Revenue', 'decimal', [9]),
    columnOf('Share of rows', 'decimal', [1]),
  )
  const scene = sceneFor(specOf('table'), dataOf(asked, table))
  expect(scene.kind === 'table' && scene.columns.map(({ label, format }) => [label, format])).toEqual([
    ['Region', 'text'],
    ['Orders', 'number'],
    ['Total revenue', 'currency'],
    ['Share of orders', 'percent'],
  ])
})

test('the latest moment is a number written as a date', () => {
  const asked = { measures: [{ aggregate: 'max' as const, column: 'Order date' }] }
  const scene = sceneFor(null, dataOf(asked, tableOf(columnOf('Highest Order date', 'date', ['2024-05-06']))))
  expect(scene).toMatchObject({ kind: 'number', format: 'date', value: Date.UTC(2024, 4, 6) })
})

const film = modelOf([
  semantic('Year', { type: 'integer', role: 'time', distinct: 3, range: { min: 2010, max: 2012 } }),
  semantic('Seen', { type: 'integer', format: 'number', distinct: 2, range: { min: 0, max: 1 } }),
  semantic('Dubbed', { type: 'boolean', distinct: 2 }),
  semantic('Class', { distinct: 3 }),
])

test.each([
  ['the mean of 1 and 0', { aggregate: 'mean', column: 'Seen' }],
  ['the mean of yes and no', { aggregate: 'mean', column: 'Dubbed' }],
  ['a mean by another name', { aggregate: 'mean', column: 'Seen', as: 'Share with Seen' }],
  ['a share of all', { aggregate: 'count', share: true }],
  ['a rate', { aggregate: 'count', column: 'Seen', filter: { op: 'in', column: 'Seen', values: [1] }, share: 'group' }],
] as const)('%s is written in percent', (_, measure) => {
  const asked = { dimensions: [{ column: 'Class' }], measures: [measure] }
  const table = tableOf(columnOf('Class', 'text', ['A', 'B']), columnOf(nameOfMeasure(measure), 'decimal', [0.4, 0.6]))
  expect(xy(sceneFor(null, dataOf(asked, table, film))).y.format).toBe('percent')
})

test('a rate of no rows is unknown, not zero', () => {
  const rate = { aggregate: 'count', column: 'Seen', share: 'group', as: 'Seen (share)' } as const
  const data = dataOf(
    { dimensions: [{ column: 'Class' }], measures: [rate] },
    tableOf(columnOf('Class', 'text', ['A']), columnOf('Seen (share)', 'decimal', [0.4])),
    film,
  )
  expect(data.parts?.['Seen (share)']?.absent).toBe(null)
})

test('years written as numbers are a line in their order, without separators', () => {
  const asked = { dimensions: [{ column: 'Year' }], measures: [{ aggregate: 'count' as const }] }
  const table = tableOf(columnOf('Year', 'integer', [2012, 2010, 2011]), columnOf('Rows', 'integer', [9, 4, 6]))
  const scene = xy(sceneFor(null, dataOf(asked, table, film)))
  expect(scene).toMatchObject({ positions: [2010, 2011, 2012], x: { format: 'text' } })
  expect(scene.series[0]).toMatchObject({ style: 'line', y: [4, 6, 9] })
})
