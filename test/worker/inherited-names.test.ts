import { describe, expect, test } from 'vitest'
import { seededRandom, some } from '../support/random.ts'
import { inheritedNames, twinTables } from '../support/inherited-names.ts'
import type { WireDashboard } from '#worker/wire/dashboard.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { describedRoutes } from './support/openapi.ts'
import { ready, renewed, textFile } from './support/upload.ts'
import { dataOf, guest, type Visitor } from './support/visitor.ts'

const seed = 20_261_130

/** Bodies for every route that takes one, of inherited names wherever a name may stand. */
function bodiesFor(dataset: string, names: readonly string[]): readonly object[] {
  const [a = '', b = '', c = ''] = names
  const columns = JSON.parse(`{${JSON.stringify(a)}:{"isMasked":true,"label":"toString"}}`) as object
  return [
    { dataset, dimensions: [{ column: a }], measures: [{ aggregate: 'count' }], pivot: b },
    {
      dataset,
      columns: [a, b],
      sort: [{ by: a, direction: 'ascending' }],
      filters: [{ op: 'in', column: a, values: [b] }],
    },
    { dataset, calculations: [{ name: c, formula: `${a} + [${b}]` }], columns: [c] },
    { dataset, joins: [{ name: a, dataset: b, column: a, key: b }], columns: [`${a}.${b}`] },
    { dataset: a, measures: [{ aggregate: 'sum', column: a }] },
    { dataset, question: `total ${a} by ${b} where ${c} is ${a}` },
    { sql: `SELECT "${a}", count(*) FROM "${b}" GROUP BY 1` },
    { sql: `${a} "${b}"` },
    { recipe: { schema: 1, steps: [{ step: a, settings: { column: b } }] } },
    { recipe: { schema: 1, steps: [{ step: 'fill-missing', settings: { column: a, method: b, [c]: 1 } }] } },
    { document: { columns, timeColumn: a, measures: [{ name: a, formula: b }] }, version: 0 },
    { edits: [{ type: a, payload: columns }] },
    { choices: { types: columns, encoding: a, delimiter: 'co' } },
    { name: a, description: b, tags: [c, a], dataset, size: 3 },
    { [a]: b },
  ]
}

async function neverBroken(visitor: Visitor, ids: readonly string[], bodies: readonly object[]): Promise<number> {
  const routes = (await describedRoutes()).filter(({ path, method }) => !path.includes('/auth/') && method !== 'DELETE')
  let count = 0
  for (const { method, path } of routes) {
    for (const id of path.includes('{') ? ids : ['']) {
      const address =
        path.replaceAll(/\{\w+\}/g, id) + (path.endsWith('/search') ? `?q=${bodies.length}constructor` : '')
      const some = id === ids[0] || id === '' ? bodies : bodies.slice(0, 1)
      for (const body of method === 'GET' ? [undefined] : some) {
        const response = await visitor.send(method, address, {
          ...(body === undefined ? {} : { body }),
          headers: { 'x-view-as': 'role=viewer&__proto__=a&constructor=b' },
        })
        expect(response.status, `${method} ${address} ${JSON.stringify(body)}: ${await response.text()}`).toBeLessThan(
          500,
        )
        count++
      }
    }
  }
  return count
}

describe(`names that every object inherits, seed ${seed}`, { timeout: 120_000 }, () => {
  test('are columns, values and a dataset like any others', async () => {
    const visitor = await guest()
    const twins = twinTables(seededRandom(seed))
    const { id } = await ready(visitor, textFile('constructor.csv', twins.inherited))
    const plain = await ready(visitor, textFile('plain.csv', twins.plain))
    const total = (dataset: string, by: string, of: string): Promise<WireTable> =>
      visitor.post('query', {
        dataset,
        dimensions: [{ column: by }],
        measures: [{ aggregate: 'sum', column: of, as: 'constructor' }],
        sort: [{ by: 'constructor', direction: 'descending' }],
      })
    expect((await total(id, twins.word('region'), twins.word('amount'))).rows).toEqual(
      (await total(plain.id, 'region', 'amount')).rows.map(([group, sum]) => [twins.word(String(group)), sum]),
    )
    for (const part of [
      'profile',
      'model',
      'schema',
      'preview',
      'suggestions',
      'cleaning',
      'similar',
      'model/document',
    ])
      await visitor.get(`datasets/${id}/${part}`)
    for (const question of await visitor.get<string[]>(`datasets/${id}/suggestions`))
      expect((await visitor.post<{ status: string }>('ask', { dataset: id, question })).status, question).toBe('answer')
    const { document } = await visitor.post<WireDashboard>('dashboards', { dataset: id })
    for (const { query, title } of document.tiles)
      expect((await visitor.post<WireTable>('query', query)).rows, title).not.toEqual([])
    await renewed(visitor, id, textFile('constructor.csv', twins.inherited))
  })

  test.each(inheritedNames)('[A8] a rule on a column called %s is kept', async (name) => {
    const visitor = await guest()
    const { id } = await ready(visitor, textFile('a.csv', `${name},n\nada@example.org,1\nbob@example.org,2\n`))
    const document = JSON.parse(`{"columns":{${JSON.stringify(name)}:{"isMasked":true}}}`) as object
    await dataOf(await visitor.send('PUT', `/api/v1/datasets/${id}/model`, { body: { document, version: 0 } }))
    const headers = { 'x-view-as': 'role=viewer' }
    const body = { dataset: id, columns: [name] }
    const seen = await dataOf<WireTable>(await visitor.send('POST', '/api/v1/query', { body, headers }))
    expect(seen.rows).toEqual([['a•••@example.org'], ['b•••@example.org']])
    const state = await visitor.get<{ document: { columns: object } }>(`datasets/${id}/model/document`)
    expect(Object.keys(state.document.columns)).toEqual([name])
  })

  test('break no route, as ids, names, steps, edits or keys', async () => {
    const visitor = await guest()
    const random = seededRandom(seed)
    const names = some(random, inheritedNames, 3)
    const { id } = (await ready(visitor, textFile('toString.csv', twinTables(random).inherited))) as WireDataset
    const count = await neverBroken(visitor, [id, ...names], bodiesFor(id, names))
    expect(count).toBeGreaterThan(300)
  })
})
