import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runQuery } from '#core/engine/run-query.ts'
import { runSteps } from '#core/engine/steps/run-steps.ts'
import { columnsOfQuery } from '#core/query/columns-of-query.ts'
import { type Query, query, type QueryInput } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { ok, type Result } from '#core/result.ts'
import { compileQuery } from '#core/sql/compile-query.ts'
import { readRows } from '#core/sql/read-rows.ts'
import type { SqlTable } from '#core/sql/table.ts'
import { type Cell, type Table, toRows } from '#core/table/table.ts'
import { tableSource } from '#core/table/table-source.ts'
import type { Database } from '../../../support/databases/database.ts'
import { startDuckDb } from '../../../support/databases/duckdb.ts'
import { startMariaDb } from '../../../support/databases/mariadb.ts'
import { startPostgres } from '../../../support/databases/postgres.ts'
import { startSqlite } from '../../../support/databases/sqlite.ts'
import { moments, numbers, texts } from '../../engine/asking.ts'

const table: Table = {
  rows: 6,
  columns: [
    texts('region', ['West', 'West', 'East', 'East', null, 'North']),
    numbers('price', 'decimal', [10, 20, 5, null, 8, 0]),
    numbers('quantity', 'integer', [2, 1, 4, 3, null, 0]),
    numbers('cost', 'decimal', [12, 9, 11, 2, 3, 0]),
    moments('ordered', ['2024-01-05', '2024-02-10', '2024-02-29', '2024-05-01', '2024-05-02', null], 'date'),
  ],
}
const fields = table.columns.map(({ name, type }) => ({ name, type }))
const calculations = [
  { name: 'revenue', formula: '[price] * [quantity]' },
  { name: 'profit', formula: '[revenue] - [cost]' },
]
const margin = { aggregate: 'formula', formula: 'sum([profit]) / sum([revenue])', as: 'margin' } as const

function valid(input: Omit<QueryInput, 'dataset'>): Query {
  const asked = validateQuery({ dataset: 't', ...input }, fields)
  if (!asked.ok) throw new Error(asked.error.message)
  return asked.value
}

const rowsOf = (result: Result<Table>): Record<string, Cell>[] => {
  if (!result.ok) throw new Error(result.error.message)
  return toRows(result.value)
}

const questions: Readonly<Record<string, Omit<QueryInput, 'dataset'>>> = {
  'a calculated column that names another, summed by group': {
    calculations,
    dimensions: [{ column: 'region' }],
    measures: [{ aggregate: 'sum', column: 'profit', as: 'profit' }],
  },
  'a ratio of sums, sorted, with a limit and having': {
    calculations,
    dimensions: [{ column: 'region' }],
    measures: [margin, { aggregate: 'count', as: 'rows' }],
    having: [{ op: 'greaterOrEqual', column: 'rows', value: 1 }],
    sort: [{ by: 'margin', direction: 'ascending' }],
    limit: 3,
  },
  'aggregates with filters of their own, of expressions, and constants': {
    measures: [
      { aggregate: 'formula', formula: "sum([price] * [quantity] where [region] = 'West') / count()", as: 'a' },
      { aggregate: 'formula', formula: 'max([price]) - min([price]) + 0 * count(where [cost] > 100)', as: 'b' },
      { aggregate: 'formula', formula: '1 + 1', as: 'c' },
      { aggregate: 'formula', formula: 'first([region], [ordered]) & last([region], [ordered])', as: 'd' },
      { aggregate: 'formula', formula: 'quantile([price], 0.25) + median([cost])', as: 'e' },
    ],
  },
  'a filter of the measure holds for all its aggregates': {
    calculations,
    dimensions: [{ column: 'region' }],
    measures: [margin, { ...margin, as: 'dear', filter: { op: 'greater', column: 'price', value: 9 } }],
  },
  'a running total of a formula along months': {
    calculations,
    dimensions: [{ column: 'ordered', grain: 'month' }],
    measures: [{ aggregate: 'formula', formula: 'sum([revenue]) * 2', as: 'twice', over: { window: 'runningTotal' } }],
  },
  'rows listed with a calculated column, filtered by one': {
    calculations: [{ name: 'label', formula: "upper(left([region], 1)) & '-' & month([ordered])" }, ...calculations],
    columns: ['label', 'profit'],
    filters: [{ op: 'greater', column: 'revenue', value: 0 }],
    sort: [{ by: 'profit', direction: 'descending' }],
  },
  'the top regions by a formula': {
    calculations,
    dimensions: [{ column: 'region' }],
    measures: [{ aggregate: 'sum', column: 'revenue', as: 'revenue total' }],
    top: [{ column: 'region', count: 1, by: margin }],
  },
}

const starts: Readonly<Record<string, () => Promise<Database | null>>> = {
  DuckDB: startDuckDb,
  SQLite: startSqlite,
  PostgreSQL: startPostgres,
  MariaDB: startMariaDb,
}

describe.each(Object.entries(starts))('[F9] formulas in Queries on %s', (title, start) => {
  let database: Database | null = null
  let loaded: SqlTable | null = null
  beforeAll(async () => {
    database = await start()
    loaded = (await database?.load('t', table)) ?? null
  }, 60_000)
  afterAll(() => database?.close())

  test.each(Object.entries(questions))('give what the engine gives: %s', async (_, input) => {
    const asked = valid(input)
    const ours = rowsOf(await runQuery(asked, tableSource([table])))
    expect(ours.length).toBeGreaterThan(0)
    if (!database || !loaded) return void expect(title).toMatch(/PostgreSQL|MariaDB/)
    const [running, described] = [database, loaded]
    const theirs = await runSteps(asked, async (plain) => {
      const compiled = compileQuery(plain, { t: described }, running.dialect)
      return ok(readRows(await running.run(compiled), compiled.fields))
    })
    expect(rowsOf(theirs)).toEqual(
      ours.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, cell]) => [key, typeof cell === 'number' ? expect.closeTo(cell, 9) : cell]),
        ),
      ),
    )
  })
})

describe('validating', () => {
  test.each<[string, Omit<QueryInput, 'dataset'>, string]>([
    [
      'names a column that is not there',
      { calculations: [{ name: 'x', formula: '[prise]' }], columns: ['x'] },
      'formula/unknown-name',
    ],
    [
      'takes the name of a column',
      { calculations: [{ name: 'price', formula: '1' }], columns: ['price'] },
      'query/same-name',
    ],
    ['sums rows up', { calculations: [{ name: 'x', formula: 'sum([price])' }], columns: ['x'] }, 'formula/wrong-level'],
    [
      'goes round in a circle',
      {
        calculations: [
          { name: 'x', formula: '[y]' },
          { name: 'y', formula: '[x]' },
        ],
        columns: ['x'],
      },
      'formula/cycle',
    ],
    ['is a measure in every row', { measures: [{ aggregate: 'formula', formula: '[price]' }] }, 'formula/wrong-level'],
    ['is missing', { measures: [{ aggregate: 'formula', as: 'x' }] }, 'query/invalid'],
  ])('refuses a formula that %s', (_, input, code) => {
    const asked = validateQuery({ dataset: 't', ...input }, fields)
    expect(asked.ok ? 'fine' : asked.error.code).toBe(code)
  })

  test('the columns of a Query are those its formulas come to, and not the calculated ones', () => {
    const asked = query.parse({ dataset: 't', calculations, dimensions: [{ column: 'region' }], measures: [margin] })
    expect([...columnsOfQuery(asked)].toSorted()).toEqual(['cost', 'price', 'quantity', 'region'])
  })
})
