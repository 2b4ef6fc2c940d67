import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownerPrincipal, publicPrincipal, type Principal } from '#core/access/principal.ts'
import { asId } from '#core/ids.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import type { Standing } from '#core/access/standing.ts'
import { newTrail } from '#worker/data/trail.ts'
import type { ResultCache } from '#worker/adapters/result-cache.ts'
import { answerQuery, tableOfQuery } from '#worker/engines/answer-query.ts'
import { openDataset } from '#worker/data/open-dataset.ts'
import { engineIds } from '#worker/engines/registry.ts'
import { type Service, serviceOf } from '#worker/service.ts'
import { ready, textFile } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

const regions = ['North', 'South', 'East', null, 'West']
const sales = textFile(
  'sales.csv',
  [
    'Order,Region,Amount,Price,Day,Took',
    ...Array.from({ length: 200 }, (_, row) => {
      const day = new Date(Date.UTC(2023, 10, 1 + (row % 120))).toISOString().slice(0, 10)
      const took = `${row % 3}:${String((row * 7) % 60).padStart(2, '0')}:00`
      return `A-${1000 + row},${regions[row % 5] ?? ''},${(row * 37) % 101},${((row * 13) % 97) / 8},${day},${took}`
    }),
  ].join('\n'),
)

let visitor: Visitor
let dataset: string
let managers: string
beforeAll(async () => {
  visitor = await guest()
  dataset = (await ready(visitor, sales)).id
  managers = (await ready(visitor, textFile('managers.csv', 'Region,Manager\nNorth,Ann\nSouth,Bo\nEast,Cy\n'))).id
  // The runner hands DuckDB's 18 MB to workerd as JSON; deployed, they are a part of the Worker.
  await visitor.post('sql', { sql: 'SELECT 1' })
}, 400_000)

const byRegion = [{ column: 'Region' }]
const joins = () => [{ name: 'who', dataset: managers, column: 'Region', key: 'Region' }]

/** Queries of every part of the language; numbers of the data are exact in binary, so sums have one value. */
const asked: Readonly<Record<string, () => Omit<QueryInput, 'dataset'>>> = {
  'a sum by group': () => ({ dimensions: byRegion, measures: [{ aggregate: 'sum', column: 'Price' }] }),
  'a comparison of groups by a test': () => ({ columns: ['Price', 'Region'], statistic: 'several-groups' }),
  'a regression of some rows': () => ({
    columns: ['Amount', 'Price'],
    statistic: 'regression',
    filters: [{ op: 'greater', column: 'Amount', value: 20 }],
  }),
  'figures of several kinds': () => ({
    dimensions: byRegion,
    measures: [
      { aggregate: 'count' },
      { aggregate: 'mean', column: 'Amount' },
      { aggregate: 'median', column: 'Amount' },
      { aggregate: 'distinct', column: 'Day' },
      { aggregate: 'max', column: 'Day' },
    ],
  }),
  'months, of some rows': () => ({
    dimensions: [{ column: 'Day', grain: 'month' }],
    measures: [{ aggregate: 'sum', column: 'Amount', share: true }],
    filters: [{ op: 'in', column: 'Region', values: ['North', 'West'] }],
  }),
  bins: () => ({ dimensions: [{ column: 'Amount', bins: 5 }], measures: [{ aggregate: 'count' }] }),
  'the top groups': () => ({
    dimensions: byRegion,
    measures: [{ aggregate: 'sum', column: 'Amount' }],
    sort: [{ by: 'Total Amount', direction: 'descending' }],
    limit: 2,
  }),
  'groups of groups': () => ({
    groups: {
      dimensions: [...byRegion, { column: 'Day', grain: 'month' }],
      measures: [
        { aggregate: 'count', as: 'orders' },
        { aggregate: 'max', column: 'Price', as: 'dearest' },
      ],
      having: [{ op: 'greater', column: 'orders', value: 3 }],
    },
    dimensions: byRegion,
    measures: [
      { aggregate: 'mean', column: 'orders' },
      {
        aggregate: 'count',
        filter: { op: 'against', column: 'dearest', is: 'greater', aggregate: 'mean' },
        share: 'group',
      },
    ],
  }),
  'rows above the average of their group': () => ({
    dimensions: byRegion,
    measures: [{ aggregate: 'count' }],
    filters: [{ op: 'against', column: 'Amount', is: 'greater', aggregate: 'mean', within: ['Region'] }],
  }),
  'groups above the average group': () => ({
    dimensions: byRegion,
    measures: [{ aggregate: 'sum', column: 'Amount' }],
    having: [{ op: 'against', column: 'Total Amount', is: 'greater', aggregate: 'mean' }],
  }),
  durations: () => ({ dimensions: byRegion, measures: [{ aggregate: 'sum', column: 'Took' }] }),
  'rows in their order': () => ({ columns: ['Order', 'Region', 'Price', 'Day', 'Took'], limit: 7, offset: 3 }),
  'a dataset that is joined': () => ({
    joins: joins(),
    dimensions: [{ column: 'who.Manager' }],
    measures: [{ aggregate: 'count' }],
  }),
  'no rows at all': () => ({
    dimensions: byRegion,
    measures: [{ aggregate: 'count' }],
    filters: [{ op: 'greater', column: 'Amount', value: 1000 }],
  }),
}

const answer = (query: object, engine: string): Promise<WireTable> =>
  visitor.post<WireTable>('query', { ...query, dataset, engine })

describe.each(engineIds)('the engine %s', { timeout: 60_000 }, (engine) => {
  test.each(Object.entries(asked))('gives the same as every other: %s', async (_, query) => {
    const [here, first] = [await answer(query(), engine), await answer(query(), 'typed-arrays')]
    expect({ ...here, ms: 0 }).toEqual({ ...first, ms: 0 })
    expect(first.columns.length).toBeGreaterThan(0)
  })
})

test('an engine that does not exist is refused', async () => {
  const body = { dataset, dimensions: byRegion, engine: 'abacus' }
  expect((await visitor.refused('POST', 'query', { body })).status).toBe(400)
})

const standingOf = ({ role }: Principal): Standing => ({ role: role === 'public' ? 'viewer' : role, grants: [] })

describe('the cache of results', () => {
  let service: Service
  let cache: Map<string, Table>
  let found: number
  beforeEach(() => {
    cache = new Map()
    found = 0
    const results: ResultCache = {
      get: async (key) => {
        const table = cache.get(key) ?? null
        if (table) found += 1
        return table
      },
      put: async (key, table) => void cache.set(key, table),
    }
    service = { ...serviceOf(env, { waitUntil: (work) => void work }), results }
  })

  async function as(principal: Principal) {
    const row = await env.DB.prepare('SELECT workspace_id FROM dataset WHERE id = ?')
      .bind(dataset)
      .first('workspace_id')
    const store = service.storeOf(asId(String(row)), standingOf(principal))
    const means = { ...service, store, caller: null, principal, trail: newTrail() }
    const open = await openDataset(means, dataset)
    if (!open.ok) throw new Error(open.error.message)
    return { means, open: open.value }
  }

  const query = () => ({ dataset, dimensions: byRegion, measures: [{ aggregate: 'sum', column: 'Amount' }] })

  test('holds every result, however it is asked for', async () => {
    const { means, open } = await as(ownerPrincipal)
    const first = await tableOfQuery(means, open, query())
    expect([cache.size, found]).toEqual([1, 0])
    expect(await tableOfQuery(means, open, query())).toEqual(first)
    expect(await answerQuery(means, open, query())).toMatchObject({ ok: true })
    expect([cache.size, found]).toEqual([1, 2])
  })

  test('holds no failure', async () => {
    const { means, open } = await as(ownerPrincipal)
    expect(await answerQuery(means, open, query(), { engine: 'duckdb' })).toMatchObject({ ok: false })
    expect(cache.size).toBe(0)
  })

  test('tells nobody what another may see: rows that rules keep, and what is masked, have results of their own', async () => {
    const document = {
      rows: [{ role: 'public', conditions: [{ op: 'in', column: 'Region', values: ['North'] }] }],
      columns: { Region: { visibility: { viewer: 'masked' } } },
    }
    await visitor.put(`datasets/${dataset}/model`, { document, version: 0 })
    const tables: unknown[] = []
    for (const principal of [ownerPrincipal, publicPrincipal, { role: 'viewer', attributes: {} } as const]) {
      const { means, open } = await as(principal)
      const answered = await answerQuery(means, open, query())
      tables.push(answered.ok ? answered.value.rows : answered.error.code)
    }
    expect(cache.size).toBe(3)
    expect(found).toBe(0)
    expect(tables[1]).toEqual([['North', expect.any(Number)]])
    expect(JSON.stringify(tables[2])).not.toContain('North')
    expect(new Set(tables.map((table) => JSON.stringify(table))).size).toBe(3)
  })
})
