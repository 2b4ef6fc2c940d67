import { runQuery } from '#core/engine/run-query.ts'
import { query, type QueryInput } from '#core/query/query.ts'
import { resolveQuery } from '#core/query/resolve-query.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { tableToWire } from '#core/wire/table.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import type { WireDashboard } from '#worker/wire/dashboard.ts'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { type ModelDocument, modelDocument } from '#core/semantic/model/model-document.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireChecked, WireModelState, WireModelVersion } from '#worker/wire/model.ts'
import { ready, renewed, textFile } from './support/upload.ts'
import { dataOf, guest, type Visitor } from './support/visitor.ts'

vi.setConfig({ testTimeout: 20_000 })

const lines = Array.from({ length: 40 }, (_, at) => `A-${at},${['North', 'South'][at % 2]},${at + 1},${at},C${at % 4}`)
const orders = textFile('orders.csv', ['Order,Region,Amount,Cost,Customer', ...lines].join('\n'))
const customers = textFile('customers.csv', 'Customer,Country\nC0,DE\nC1,FR\nC2,DE\nC3,IT')

let visitor: Visitor
let dataset: WireDataset
beforeAll(async () => {
  visitor = await guest()
  dataset = await ready(visitor, orders)
}, 40_000)

type Saved = { readonly version: number; readonly document: ModelDocument }
const stateOf = (id = dataset.id) => visitor.get<WireModelState>(`datasets/${id}/model/document`)
const put = (sent: object, id = dataset.id) => visitor.send('PUT', `/api/v1/datasets/${id}/model`, { body: sent })
/** Saves on top of what is there. */
async function save(decided: object, id = dataset.id): Promise<Saved> {
  const { document, version } = await stateOf(id)
  return dataOf<Saved>(await put({ document: { ...document, ...decided }, version }, id))
}
const margin = { name: 'Profit margin', formula: '1 - sum([Cost]) / sum([Amount])', format: 'percent' as const }

describe('what a person decides about a dataset', () => {
  test('begins with nothing: what the data tells counts', async () => {
    const own = await ready(visitor, textFile('fresh.csv', 'A,B\n1,x\n2,y'))
    expect(await stateOf(own.id)).toMatchObject({ version: 0, document: modelDocument.parse({}), problems: [] })
    expect(own.model).toBe(0)
  })

  test('is saved, and from then on the model everywhere', async () => {
    const { version } = await save({
      columns: { Amount: { label: 'Net sales', synonyms: ['turnover'] } },
      measures: [margin],
    })
    const model = await visitor.get<SemanticModel>(`datasets/${dataset.id}/model`)
    expect(model.version).toBe(version)
    expect(model.columns.find(({ name }) => name === 'Amount')).toMatchObject({
      label: 'Net sales',
      synonyms: ['turnover'],
    })
    expect(model.measures).toMatchObject([margin])
    expect((await visitor.get<WireDataset>(`datasets/${dataset.id}`)).model).toBe(version)
    const hits = await visitor.get<{ name: string }[]>('search?q=turnover')
    expect(hits.map(({ name }) => name)).toContain('Orders')
  })

  test('is refused with what is wrong, and nothing is saved', async () => {
    const before = await stateOf()
    const broken = { ...before.document, measures: [{ ...margin, formula: 'sum([Nothing])' }] }
    const refused = await visitor.refused('PUT', `datasets/${dataset.id}/model`, {
      body: { document: broken, version: before.version },
    })
    expect(refused).toMatchObject({ status: 422, code: 'model/problems' })
    expect(refused.message).toContain('Nothing')
    expect((await stateOf()).version).toBe(before.version)
  })

  test('never takes the place of what a colleague saved meanwhile, and says what that was', async () => {
    const { document, version } = await stateOf()
    await save({ columns: { ...document.columns, Region: { label: 'Area' } } })
    const mine = { document: { ...document, columns: { Region: { label: 'Zone' } } }, version }
    const refused = await visitor.refused('PUT', `datasets/${dataset.id}/model`, { body: mine })
    expect(refused).toMatchObject({ status: 409, code: 'model/conflict' })
    expect(refused.message).toContain('Area')
  })

  test('saved by two at once is saved by one of them', async () => {
    const { document, version } = await stateOf()
    const sent = await Promise.all(
      ['One', 'Two', 'Three'].map((label) => put({ document: { ...document, columns: { Cost: { label } } }, version })),
    )
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('has a history that says who changed what, and any of it can be restored', async () => {
    const own = await ready(visitor, { ...orders, name: 'history.csv' })
    await save({ columns: { Amount: { label: 'First' } } }, own.id)
    await save({ columns: { Amount: { label: 'Second' } } }, own.id)
    const [second, first] = await visitor.get<WireModelVersion[]>(`datasets/${own.id}/model/versions`)
    expect(second).toMatchObject({ number: 2, changes: [{ text: 'The name of Amount: First → Second.' }] })
    expect(first).toMatchObject({
      number: 1,
      author: expect.any(String),
      changes: [{ text: 'The name of Amount: nothing → First.' }],
    })
    expect(await visitor.get(`datasets/${own.id}/model/versions/1`)).toMatchObject({
      document: { columns: { Amount: { label: 'First' } } },
    })
    expect(await visitor.post(`datasets/${own.id}/model/versions/1/restore`)).toMatchObject({ version: 3 })
    expect(await stateOf(own.id)).toMatchObject({ version: 3, document: { columns: { Amount: { label: 'First' } } } })
    expect(await visitor.post(`datasets/${own.id}/model/versions/0/restore`)).toMatchObject({ version: 4 })
    expect((await visitor.get<SemanticModel>(`datasets/${own.id}/model`)).columns[2]?.label).toBe('Amount')
    expect((await visitor.refused('POST', `datasets/${own.id}/model/versions/9/restore`)).code).toBe('model/not-found')
  })

  test('can be checked without saving: every problem with its place, and the fields it gives', async () => {
    const document = {
      measures: [{ ...margin, formula: 'sum([Amount]) +' }],
      columns: { Order: { aggregates: ['sum'] } },
    }
    const checked = await visitor.post<WireChecked>(`datasets/${dataset.id}/model/validate`, { document })
    expect(checked.problems.map(({ path }) => path.join('.'))).toEqual([
      'columns.Order.aggregates',
      'measures.0.formula',
    ])
    expect(checked.problems[1]?.span?.from).toBeGreaterThan(10)
    expect(checked.model.columns.map(({ name }) => name)).toContain('Amount')
  })

  test('goes out as a file and comes in again, elsewhere too', async () => {
    const other = await ready(visitor, { ...orders, name: 'other.csv' })
    const file = JSON.parse(
      await (await visitor.send('GET', `/api/v1/datasets/${dataset.id}/model/export`)).text(),
    ) as object
    expect(await visitor.post(`datasets/${other.id}/model/import`, { file, version: 0 })).toMatchObject({ version: 1 })
    expect((await stateOf(other.id)).document).toEqual((await stateOf()).document)
    const refused = await visitor.refused('POST', `datasets/${other.id}/model/import`, {
      body: { file: { hello: 1 }, version: 1 },
    })
    expect(refused.code).toBe('model/unreadable')
  })

  test('leads to other datasets, by keys alone', async () => {
    const other = await ready(visitor, customers)
    const relationship = { name: 'Customers', dataset: other.id, column: 'Customer', key: 'Customer' }
    const { related } = await stateOf()
    expect(related.find((each) => each.dataset === other.id)?.keys).toEqual(['Customer'])
    await save({
      relationships: [relationship],
      calculations: [{ name: 'Where', formula: 'upper([Customers.Country])' }],
    })
    const model = await visitor.get<SemanticModel>(`datasets/${dataset.id}/model`)
    expect(model).toMatchObject({ relationships: [relationship], calculations: [{ name: 'Where', type: 'text' }] })
  })

  test('outlives a new version of the data: what is gone waits, and counts again', async () => {
    const own = await ready(visitor, { ...orders, name: 'lives.csv' })
    await save({ columns: { Cost: { label: 'Spent' } }, measures: [margin] }, own.id)
    await renewed(visitor, own.id, textFile('lives2.csv', 'Order,Region,Amount\nB-1,North,10\nB-2,South,20'))
    const state = await stateOf(own.id)
    expect(state.problems.map(({ severity }) => severity)).toEqual(['note', 'error'])
    expect((await visitor.get<SemanticModel>(`datasets/${own.id}/model`)).measures).toEqual([])
    expect(await save({ columns: { ...state.document.columns, Amount: { label: 'Net' } } }, own.id)).toMatchObject({
      version: 2,
    })
    await renewed(visitor, own.id, { ...orders, name: 'lives3.csv' })
    expect(await visitor.get(`datasets/${own.id}/model`)).toMatchObject({ measures: [margin], version: 2 })
  })
})

describe('a Query of a dataset whose model was edited', () => {
  const asked = (query: object) => visitor.post<WireTable>('query', { dataset: dataset.id, ...query })

  test('names its measures, calculated columns and groups, and is written as they say', async () => {
    const groups = { name: 'Half', column: 'Region', groups: [{ name: 'Up', values: ['North'] }], rest: 'Down' }
    const calculations = [{ name: 'Profit', formula: '[Amount] - [Cost]' }]
    await save({ measures: [margin], calculations, groups: [groups] })
    const formula = { aggregate: 'formula', formula: '[Profit margin]', as: 'Profit margin' }
    const total = await asked({ measures: [formula] })
    expect(total.rows[0]?.[0]).toBeCloseTo(1 - 780 / 820, 12)
    expect(total.columns).toMatchObject([{ format: 'percent' }])
    const split = await asked({ dimensions: [{ column: 'Half' }], measures: [{ aggregate: 'sum', column: 'Profit' }] })
    expect(split.rows).toEqual(
      expect.arrayContaining([
        ['Up', 20],
        ['Down', 20],
      ]),
    )
  })

  test('names columns of what it is related to, and counts no row twice', async () => {
    const other = (await visitor.get<WireDataset[]>('datasets')).find(({ name }) => name === 'Customers')
    await save({ relationships: [{ name: 'Who', dataset: other?.id, column: 'Customer', key: 'Customer' }] })
    const { rows } = await asked({ dimensions: [{ column: 'Who.Country' }], measures: [{ aggregate: 'count' }] })
    expect(rows).toEqual(
      expect.arrayContaining([
        ['DE', 20],
        ['FR', 10],
        ['IT', 10],
      ]),
    )
  })

  test('is asked for in words, too', async () => {
    const { sentence } = await visitor.post<{ sentence: string }>('ask', {
      dataset: dataset.id,
      question: 'profit margin by region',
    })
    expect(sentence).toContain('profit margin')
  })
})

describe('the calendar of a model', () => {
  const calendar = { timeZone: 'Europe/Berlin', weekStart: 'sunday', fiscalYearStart: 4 } as const
  /** In Berlin the second is on the 1st of April, where its year begins. */
  const moments = ['2024-03-31T21:30:00Z', '2024-03-31T22:30:00Z', '2024-04-06T23:00:00Z', '2025-04-01T12:00:00Z']
  const visits = textFile(
    'visits.csv',
    ['Visit,At,Pages', ...moments.map((at, row) => `V-${row},${at},${row + 1}`)].join('\n'),
  )
  const byYear = {
    dimensions: [{ column: 'At', grain: 'year' }],
    measures: [{ aggregate: 'sum', column: 'Pages' }],
  } satisfies Omit<QueryInput, 'dataset'>

  test('counts for every Query that says nothing else, at the edge and in the page', async () => {
    const { id } = await ready(visitor, visits)
    const edge = async (asked: object) => (await visitor.post<WireTable>('query', { dataset: id, ...asked })).rows
    const before = await edge(byYear)
    await save({ calendar }, id)
    const after = await edge(byYear)
    expect(before.map(([, pages]) => pages)).toEqual([6, 4])
    expect(after.map(([, pages]) => pages)).toEqual([1, 5, 4])
    expect(await edge({ ...byYear, timeZone: 'UTC', fiscalYearStart: 1 })).toEqual(before)

    const model = await visitor.get<SemanticModel>(`datasets/${id}/model`)
    const file = await (await visitor.send('GET', `/api/v1/datasets/${id}/data.parquet`)).arrayBuffer()
    const source = await parquetSource({
      byteLength: file.byteLength,
      slice: async (from, to) => file.slice(from, to),
    })
    if (!source.ok) throw new Error(source.error.message)
    const own = resolveQuery(query.parse({ dataset: id, ...byYear }), model, Date.now())
    const here = await runQuery(own, source.value)
    expect(here.ok && tableToWire(here.value, {}, 0).rows).toEqual(after)

    const answer = await visitor.post<WireAnswer>('ask', { dataset: id, question: 'total pages by year' })
    expect(answer.status === 'answer' && answer.table.rows).toEqual(after)
    const { document } = await visitor.post<WireDashboard>('dashboards', { dataset: id })
    for (const tile of document.tiles) expect(tile.query).not.toHaveProperty('timeZone')
  })
})
