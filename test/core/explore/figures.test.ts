import { beforeAll, describe, expect, test } from 'vitest'
import { chartData } from '#core/charts/chart-data.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { type Drill, drillDown, drillsOf, filtersOfMark, type Key, leaveOut, narrowTo } from '#core/explore/drill.ts'
import { emptyExploration, type Exploration } from '#core/explore/exploration.ts'
import { pivotSheet } from '#core/explore/pivot-sheet.ts'
import { queriesOf } from '#core/explore/queries-of.ts'
import { queryOf } from '#core/explore/query-of.ts'
import { csvOfSheet, recordsOf, tsvOfSheet } from '#core/explore/records.ts'
import { type Sheet, tableSheet } from '#core/explore/sheet.ts'
import { startsOf } from '#core/explore/starts.ts'
import type { Filter } from '#core/query/filter.ts'
import type { Query } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { dateParts } from '#core/semantic/vocabulary.ts'
import { type Cell, type Table, toRows } from '#core/table/table.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

async function run(asked: Query): Promise<Table> {
  const valid = validateQuery(asked, orders.source.fields)
  if (!valid.ok) throw new Error(valid.error.message)
  const result = await runQuery(valid.value, orders.source)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const ask = (more: Partial<Exploration>): Exploration => ({ ...emptyExploration('d'), ...more })

async function shown(asked: Exploration): Promise<Sheet> {
  const plan = queriesOf(asked)
  if (!plan) throw new Error('Nothing asked')
  const [main, rows, columns, all] = await Promise.all(
    [plan.main, plan.rows, plan.columns, plan.all].map((each) => each && run(each)),
  )
  if (!main) throw new Error('Nothing found')
  const data = chartData(main, plan.main, orders.model)
  if (asked.show !== 'pivot') return tableSheet(data, all ?? null)
  const across = asked.columns.map(({ column, grain }) => (grain ? `${column} (${grain})` : column))
  return pivotSheet({
    data,
    across,
    rows: rows ?? null,
    columns: columns ?? null,
    all: all ?? null,
    showsTotals: asked.totals,
  })
}

const total = async (filters: Filter[], aggregate: 'sum' | 'mean' | 'count' = 'sum'): Promise<Cell> => {
  const table = await run(
    queryOf(
      ask({ values: [aggregate === 'count' ? { aggregate } : { aggregate, column: 'sales' }], filters }),
    ) as Query,
  )
  return Object.values(toRows(table)[0] ?? {})[0] ?? null
}

const is = (column: string, value: string): Filter => ({ op: 'in', column, values: [value] })

describe('[X7] totals are computed, never added', () => {
  test('the total of an average is the average of all rows', async () => {
    const sheet = await shown(
      ask({ rows: [{ column: 'product_name' }], values: [{ aggregate: 'mean', column: 'sales' }], totals: true }),
    )
    const average = await total([], 'mean')
    expect(sheet.totals).toEqual([null, average])
    const averages = sheet.rows.map((row) => Number(row[1]))
    expect(averages.reduce((sum, each) => sum + each, 0)).not.toBeCloseTo(Number(average))
  })

  test('a total counts what the limit hides', async () => {
    const sheet = await shown(
      ask({ rows: [{ column: 'product_name' }], values: [{ aggregate: 'count' }], totals: true, limit: 2 }),
    )
    expect(sheet.rows).toHaveLength(2)
    expect(sheet.totals?.[1]).toBe(240)
  })

  test('a running total has none, and what is shared within a group that is not there is of all', () => {
    const plan = queriesOf(
      ask({
        rows: [{ column: 'order_date', grain: 'month' }],
        values: [
          { aggregate: 'count', over: { window: 'runningTotal' } },
          { aggregate: 'sum', column: 'sales', share: { within: ['order_date (month)'] } },
          { aggregate: 'sum', column: 'sales', share: true },
        ],
        totals: true,
      }),
    )
    expect(plan?.all?.measures.map(({ share }) => share)).toEqual([{ within: [] }, true])
  })
})

describe('[X8] a pivot', () => {
  const regions = ask({
    rows: [{ column: 'product_name' }],
    columns: [{ column: 'segment' }, { column: 'region' }],
    values: [
      { aggregate: 'sum', column: 'sales' },
      { aggregate: 'mean', column: 'sales' },
    ],
    show: 'pivot',
    totals: true,
  })

  test('shows each figure once, where its row and column meet, and no other', async () => {
    const sheet = await shown(regions)
    const groups = await run(queryOf(regions) as Query)
    const cells = sheet.rows.flatMap((row) =>
      row.filter((_, at) => sheet.columns[at]?.across !== null && sheet.columns[at]?.kind === 'value'),
    )
    expect(cells.filter((cell) => cell !== null)).toHaveLength(groups.rows * 2)
    for (const row of sheet.rows)
      for (const [at, column] of sheet.columns.entries()) {
        if (column.kind === 'group') continue
        const filters = [
          is('product_name', String(row[0])),
          ...(column.across ?? []).map((cell, depth) => is(depth === 0 ? 'segment' : 'region', String(cell))),
        ]
        const isAverage = column.result === 'Average sales'
        expect(row[at]).toEqual(await total(filters, isAverage ? 'mean' : 'sum'))
      }
  })

  test('has totals of each row, each column and all', async () => {
    const sheet = await shown(regions)
    const corner = sheet.columns.findIndex(({ isTotal, result }) => isTotal && result === 'Average sales')
    expect(sheet.totals?.[corner]).toEqual(await total([], 'mean'))
    const east = sheet.columns.findIndex(({ across, result }) => across?.[1] === 'East' && result === 'Total sales')
    expect(sheet.totals?.[east]).toEqual(
      await total([is('segment', String(sheet.columns[east]?.across?.[0])), is('region', 'East')]),
    )
  })

  test('orders its rows by the whole of each, and cuts there', async () => {
    const sheet = await shown({ ...regions, limit: 3, sort: [{ by: 'Total sales', direction: 'descending' }] })
    const wholes = sheet.rows.map((row) => Number(row[sheet.columns.findIndex(({ isTotal }) => isTotal)]))
    expect(wholes).toEqual([...wholes].sort((a, b) => b - a))
    expect(wholes).toHaveLength(3)
  })

  test('runs in time from left to right', async () => {
    const sheet = await shown(
      ask({
        rows: [{ column: 'region' }],
        columns: [{ column: 'order_date', grain: 'quarter' }],
        values: [{ aggregate: 'count' }],
        show: 'pivot',
      }),
    )
    const heads = sheet.columns.flatMap(({ across }) => (across ? [String(across[0])] : []))
    expect(heads).toEqual([...heads].sort())
    expect(heads.length).toBeGreaterThan(3)
  })
})

describe('[X6] what is behind a mark', () => {
  const byMonth = ask({
    rows: [{ column: 'order_date', grain: 'month' }],
    values: [{ aggregate: 'sum', column: 'sales' }],
    filters: [is('region', 'East')],
  })

  test('are the rows that pass all filters and its own', async () => {
    for (const record of toRows(await run(queryOf(byMonth) as Query))) {
      const mark: Key[] = [
        {
          dimension: { column: 'order_date', grain: 'month' },
          key: record['order_date (month)'] ?? null,
          binWidth: null,
        },
      ]
      const narrowed = narrowTo(byMonth, filtersOfMark(mark, byMonth) ?? [])
      expect(await total(narrowed.filters)).toBe(record['Total sales'])
      expect(Number(await total(leaveOut(byMonth, filtersOfMark(mark, byMonth) ?? []).filters))).toBeCloseTo(
        Number(await total(byMonth.filters)) - Number(record['Total sales']),
      )
    }
  })

  test('is looked at closer from year to day, and only the closest filter stays', async () => {
    let asked: Exploration = { ...byMonth, rows: [{ column: 'order_date', grain: 'year' }] }
    const cuts: (string | undefined)[] = []
    for (let depth = 0; depth < 4; depth++) {
      const dimension = asked.rows[0]
      if (!dimension) throw new Error('No dimension')
      const [first] = toRows(await run(queryOf(asked) as Query))
      const mark: Key[] = [{ dimension, key: Object.values(first ?? {})[0] ?? null, binWidth: null }]
      const [drill] = drillsOf(asked, mark, orders.model)
      if (!drill) throw new Error('Nothing to drill to')
      asked = drillDown(asked, mark, drill) ?? asked
      cuts.push(asked.rows[0]?.grain)
      const sum = toRows(await run(queryOf(asked) as Query)).reduce((all, row) => all + Number(row['Total sales']), 0)
      expect(sum).toBeCloseTo(Number(first?.['Total sales']))
    }
    expect(cuts).toEqual(['quarter', 'month', 'day', undefined])
    expect(asked.filters).toHaveLength(2)
  })

  test('[X6] a mark of groups of groups is told by a filter of the rows, or by none', () => {
    const groups = {
      dimensions: [{ column: 'order_date', grain: 'month' as const }, { column: 'region' }],
      measures: [{ aggregate: 'count' as const, as: 'orders' }],
      having: [],
    }
    const asked = { ...ask({}), groups }
    const keyOf = (column: string, key: string | number): Key => ({ dimension: { column }, key, binWidth: null })
    expect(filtersOfMark([keyOf('region', 'West')], asked)).toEqual([{ op: 'in', column: 'region', values: ['West'] }])
    expect(filtersOfMark([keyOf('order_date (month)', '2023-03-01')], asked)).toMatchObject([
      { op: 'and', filters: [{ value: '2023-03-01' }, { value: '2023-04-01' }] },
    ])
    expect(filtersOfMark([keyOf('orders', 3)], asked)).toBeNull()
    expect(drillsOf(asked, [keyOf('region', 'West')], orders.model)).toEqual([])
  })

  test('a wider filter of the person stays beside a mark that reaches past it', () => {
    const since: Filter = { op: 'between', column: 'order_date', from: '2023-03-10', to: '2024-01-01' }
    const mark: Key[] = [{ dimension: { column: 'order_date', grain: 'month' }, key: '2023-03-01', binWidth: null }]
    expect(narrowTo(ask({ filters: [since] }), filtersOfMark(mark, ask({})) ?? []).filters).toHaveLength(2)
  })

  test.each(dateParts.filter((part) => part !== 'hourOfDay'))(
    'a %s is looked at closer: its rows, and no others',
    async (part) => {
      const dimension = { column: 'order_date', part }
      const asked = ask({
        rows: [dimension],
        values: [{ aggregate: 'count' }],
        weekStart: 'sunday',
        fiscalYearStart: 4,
      })
      const { rows } = await shown(asked)
      expect(rows.length).toBeGreaterThan(1)
      for (const [key = null, count] of rows) {
        const mark: Key[] = [{ dimension, key, binWidth: null }]
        const drill: Drill = { place: { shelf: 'rows', at: 0 }, dimension: { column: 'region' } }
        const closer = await shown(drillDown(asked, mark, drill) ?? asked)
        expect(closer.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(count)
      }
    },
  )

  test('the same weekday twice is one filter', () => {
    const days = (...values: number[]): Filter => ({ op: 'part', column: 'order_date', part: 'dayOfWeek', values })
    expect(narrowTo(ask({ filters: [days(6, 7)] }), [days(7)]).filters).toEqual([days(7)])
    expect(narrowTo(ask({ filters: [days(6, 7)] }), [days(5)]).filters).toHaveLength(2)
  })

  test('columns on shelves are not offered again', () => {
    const asked = ask({ rows: [{ column: 'region' }], columns: [{ column: 'segment' }] })
    const drills = drillsOf(asked, [{ dimension: { column: 'region' }, key: 'East', binWidth: null }], orders.model)
    expect(drills.length).toBeGreaterThan(0)
    expect(drills.map(({ dimension }) => dimension.column)).not.toContain('segment')
  })
})

test('[X9] there is a question to begin with, and each can be answered', async () => {
  const starts = startsOf(orders.model)
  expect(starts.length).toBeGreaterThanOrEqual(2)
  for (const { title, exploration } of starts) {
    expect(title).not.toBe('')
    expect((await shown(exploration)).rows.length).toBeGreaterThan(0)
  }
  for (const name of orders.model.columns.map((column) => column.name)) {
    const one = {
      ...orders.model,
      columns: orders.model.columns.filter((column) => column.name === name),
      timeColumn: null,
    }
    expect(startsOf(one).length).toBeGreaterThan(0)
  }
})

describe('[X10] what is exported', () => {
  test('are heads, rows and totals in their order', async () => {
    const sheet = await shown(
      ask({
        rows: [{ column: 'region' }],
        columns: [{ column: 'segment' }],
        values: [{ aggregate: 'count' }],
        show: 'pivot',
        totals: true,
      }),
    )
    const [heads, ...rows] = recordsOf(sheet)
    expect(heads).toEqual(['Region', 'Consumer', 'Corporate', 'Total'])
    expect(rows.at(-1)).toEqual(['Total', 120, 120, 240])
    expect(rows).toHaveLength(5)
  })

  test('stands in quotes where commas would part it, and without tabs', () => {
    const [sheet, text] = [
      tableSheet(
        {
          table: { rows: 1, columns: [{ name: 'a', type: 'text', codes: Int32Array.of(0), dictionary: ['x,\t"y"'] }] },
          formats: {},
        },
        null,
      ),
      'x,\t"y"',
    ]
    expect(csvOfSheet(sheet, 'program')).toBe(`a\n"${text.replaceAll('"', '""')}"\n`)
    expect(tsvOfSheet(sheet)).toBe('a\nx, "y"')
  })
})

test('what a comparison sets beside a measure is called and written as the measure, its change as a percent', async () => {
  const asked = ask({
    rows: [{ column: 'order_date', grain: 'quarter' }],
    values: [{ aggregate: 'sum', column: 'sales' }],
    compare: { to: 'previousPeriod' },
  })
  const sheet = await shown(asked)
  const told = sheet.columns.slice(1).map(({ label, format }) => [label, format])
  const usual = told[0]?.[1]
  expect(told).toEqual([
    ['Total sales', usual],
    ['Previous total sales', usual],
    ['Change in total sales', usual],
    ['Change in total sales (%)', 'percent'],
  ])
  const rows = sheet.rows.map((row) => row.map(Number))
  for (const [at, row] of rows.slice(1).entries()) expect(row[2]).toBe(rows[at]?.[1])
})

test('parts of the calendar are groups of their own, compared and not followed', async () => {
  const asked = ask({ rows: [{ column: 'order_date', part: 'dayOfWeek' }], values: [{ aggregate: 'count' }] })
  const sheet = await shown(asked)
  expect(sheet.rows.map(([day]) => day)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(sheet.columns[0]).toMatchObject({ kind: 'group', part: 'dayOfWeek' })
})
