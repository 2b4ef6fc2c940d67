import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { orders, ready, textFile, upload } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

let visitor: Visitor
let dataset: string

beforeAll(async () => {
  visitor = await guest()
  dataset = (await ready(visitor)).id
}, 60_000)

const query = (asked: object): Promise<WireTable> => visitor.post<WireTable>('query', { dataset, ...asked })

describe('a Query', () => {
  test('is answered with typed, formatted columns', async () => {
    const table = await query({
      dimensions: [{ column: 'Region' }],
      measures: [{ aggregate: 'sum', column: 'Amount' }],
    })
    expect(table.columns).toMatchObject([
      { name: 'Region', type: 'text', format: 'text' },
      { name: 'Total Amount', type: 'integer' },
    ])
    expect(table.rows).toEqual([
      ['West', 400],
      ['East', 300],
      ['South', 200],
      ['North', 100],
    ])
    expect(table.ms).toBeGreaterThanOrEqual(0)
  })

  test('cuts moments and writes them as dates', async () => {
    const table = await query({ dimensions: [{ column: 'Day', grain: 'month' }], measures: [{ aggregate: 'count' }] })
    expect(table.columns[0]).toMatchObject({ type: 'date', format: 'date' })
    expect(table.rows.map(([month]) => month)).toEqual(['2024-01-01', '2024-02-01', '2024-03-01'])
    expect(table.rows.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(400)
  })

  test('is answered by a statistic of its rows', async () => {
    const table = await query({ columns: ['Amount'], statistic: 'skewness' })
    expect(table.columns[0]).toMatchObject({ name: 'Skewness', type: 'decimal' })
    expect(table.rows).toHaveLength(1)
  })

  test('asked again is answered the same', async () => {
    const asked = { dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'count' }], limit: 2 }
    const first = await query(asked)
    await vi.waitFor(async () => expect((await query(asked)).rows).toEqual(first.rows))
  })

  test('with a misspelt column is refused with the nearest name', async () => {
    const body = { dataset, measures: [{ aggregate: 'sum', column: 'Amuont' }] }
    const refusal = await visitor.refused('POST', 'query', { body })
    expect(refusal).toMatchObject({ status: 422, code: 'query/unknown-column' })
    expect(refusal.message).toContain('Amount')
  })

  test.each([
    ['no dataset', {}],
    ['one that does not exist', { dataset: 'nowhere' }],
    ['nothing asked', { measures: [] }],
    ['nonsense', { measures: 'all of it' }],
  ])('%s is refused in words', async (_, asked) => {
    const refusal = await visitor.refused('POST', 'query', {
      body: 'dataset' in asked || !('measures' in asked) ? asked : { dataset, ...asked },
    })
    expect(refusal.status).toBeGreaterThanOrEqual(400)
    expect(refusal.status).toBeLessThan(500)
    expect(refusal.hint.length).toBeGreaterThan(5)
  })

  test('over a dataset that is still being read says so', async () => {
    const other = await guest()
    const { id } = await upload(other, orders)
    const response = await other.send('POST', '/api/v1/query', {
      body: { dataset: id, measures: [{ aggregate: 'count' }] },
    })
    if (response.status !== 200) expect(await response.json()).toMatchObject({ error: { code: 'dataset/not-ready' } })
  })

  test('of hostile names and cells comes back as it went in', async () => {
    const name = '=HYPERLINK("x")'
    const file = textFile(
      'hostile.csv',
      `"=HYPERLINK(""x"")",__proto__\n<script>alert(1)</script>,2\n"' OR 1=1 --",3\n`,
    )
    const { id } = await ready(visitor, file)
    const table = await visitor.post<WireTable>('query', {
      dataset: id,
      dimensions: [{ column: name }],
      measures: [{ aggregate: 'sum', column: '__proto__' }],
    })
    expect(table.rows).toEqual([
      ["' OR 1=1 --", 3],
      ['<script>alert(1)</script>', 2],
    ])
  })
})

describe('a question', () => {
  const ask = (question: string): Promise<WireAnswer> => visitor.post<WireAnswer>('ask', { dataset, question })

  test('is answered with a sentence, a chart, a table and how it was read', async () => {
    const answer = await ask('total amount by region')
    expect(answer.status).toBe('answer')
    if (answer.status !== 'answer') return
    expect(answer.sentence).toMatch(/West/)
    expect(answer.chart.type).toBe('bar')
    expect(answer.table.rows[0]).toEqual(['West', 400])
    expect(answer.reading.query.dataset).toBe(dataset)
    expect(answer.reading.chips.length).toBeGreaterThan(0)
  })

  test('that makes no sense is refused with questions that do', async () => {
    const answer = await ask('colourless green ideas sleep furiously')
    expect(answer.status).toBe('refuse')
    if (answer.status !== 'refuse') return
    expect(answer.suggestions.length).toBeGreaterThan(0)
    for (const suggestion of answer.suggestions) expect((await ask(suggestion)).status, suggestion).toBe('answer')
  })

  test('that was suggested is answered', async () => {
    const suggestions = await visitor.get<string[]>(`datasets/${dataset}/suggestions`)
    expect(suggestions.length).toBeGreaterThan(2)
    for (const suggestion of suggestions) expect((await ask(suggestion)).status, suggestion).toBe('answer')
  })

  test.each(['', ' ', 'x'.repeat(1001)])('of the wrong length is refused', async (question) => {
    expect((await visitor.refused('POST', 'ask', { body: { dataset, question } })).status).toBe(400)
  })
})

describe('a dataset', () => {
  test('tells its schema and its model', async () => {
    expect(await visitor.get(`datasets/${dataset}/schema`)).toEqual([
      { name: 'Order', type: 'text' },
      { name: 'Region', type: 'text' },
      { name: 'Amount', type: 'integer' },
      { name: 'Day', type: 'date' },
    ])
    const model = await visitor.get<SemanticModel>(`datasets/${dataset}/model`)
    expect(model).toMatchObject({ dataset, rows: 400, timeColumn: 'Day' })
  })

  test('is renamed and described; what is left out stays', async () => {
    const change = async (body: unknown): Promise<WireDataset> => {
      const response = await visitor.send('PATCH', `/api/v1/datasets/${dataset}`, { body })
      return ((await response.json()) as { data: WireDataset }).data
    }
    expect(await change({ description: 'All of them' })).toMatchObject({
      name: 'Orders 2024',
      description: 'All of them',
    })
    expect(await change({ name: 'Orders' })).toMatchObject({ name: 'Orders', description: 'All of them' })
    expect((await visitor.get<SemanticModel>(`datasets/${dataset}/model`)).name).toBe('Orders')
  })
})

describe('columns of another dataset', () => {
  const join = { name: 'manager', column: 'Region', key: 'Area' }
  test('are looked up in one of the same workspace, and in no other', async () => {
    const managers = textFile('managers.csv', 'Area,Person\nNorth,Ann\nSouth,Bo\nEast,Ann\n')
    const { id } = await ready(visitor, managers)
    const asked = {
      dimensions: [{ column: 'manager.Person', as: 'person' }],
      measures: [{ aggregate: 'sum', column: 'Amount', as: 'amount' }],
    }
    expect((await query({ ...asked, joins: [{ ...join, dataset: id }] })).rows).toEqual([
      ['Ann', 400],
      [null, 400],
      ['Bo', 200],
    ])
    const stranger = await guest()
    const theirs = await ready(stranger, managers)
    const body = { dataset, ...asked, joins: [{ ...join, dataset: theirs.id }] }
    expect(await visitor.refused('POST', 'query', { body })).toMatchObject({ status: 404, code: 'join/dataset-gone' })
  })
})

test('a preview of more columns than one Query takes shows the first of them', async () => {
  const names = Array.from({ length: 1202 }, (_, at) => `c${at}`)
  const wide = await ready(visitor, textFile('wide.csv', `${names.join(',')}\n${names.map((_, at) => at).join(',')}\n`))
  const { columns, rows } = await visitor.get<WireTable>(`datasets/${wide.id}/preview`)
  expect([columns.length, columns[0]?.name, rows.length]).toEqual([1000, 'c0', 1])
})
