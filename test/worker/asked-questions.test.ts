import type { WireAnswer } from '#core/wire/answer.ts'
import type { WireAskedQuestion } from '#core/wire/asked-question.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ready, textFile } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

vi.setConfig({ testTimeout: 20_000 })

const lines = Array.from(
  { length: 40 },
  (_, at) => `A-${at},${['North', 'South'][at % 2]},${['Tea', 'Mug'][at % 3 ? 1 : 0]},${at + 1}`,
)
const orders = textFile('orders.csv', ['Order,Region,Product,Amount', ...lines].join('\n'))

let visitor: Visitor
let dataset: WireDataset
beforeAll(async () => {
  visitor = await guest()
  dataset = await ready(visitor, orders)
}, 40_000)

let made = 0
const newId = (): string => `aaaaaaaaaaaaaaaaaa${'abcdefghjkmnp'[Math.floor(made / 13)]}${'abcdefghjkmnp'[made++ % 13]}`
const keep = (question: string, more: object = {}): Promise<null> =>
  visitor.post<null>(`datasets/${dataset.id}/questions`, { as: newId(), question, ...more })
const list = (q = ''): Promise<WireAskedQuestion[]> =>
  visitor.get<WireAskedQuestion[]>(`datasets/${dataset.id}/questions${q === '' ? '' : `?q=${encodeURIComponent(q)}`}`)

describe('what was asked of a dataset', () => {
  test('is kept once, listed by the last asked, and found by its words', async () => {
    await keep('total amount by region', { askedAt: '2024-01-01T00:00:00.000Z' })
    await keep('how many orders', { askedAt: '2024-01-02T00:00:00.000Z' })
    await keep('total amount by region', { askedAt: '2024-01-03T00:00:00.000Z' })
    await keep('total amount by region', { askedAt: '2024-01-02T12:00:00.000Z', link: 'eyJxIjp7fX0' })
    const asked = await list()
    expect(asked.map(({ question, link, askedAt }) => [question, link, askedAt])).toEqual([
      ['total amount by region', null, '2024-01-03T00:00:00.000Z'],
      ['total amount by region', 'eyJxIjp7fX0', '2024-01-02T12:00:00.000Z'],
      ['how many orders', null, '2024-01-02T00:00:00.000Z'],
    ])
    expect((await list('MANY')).map(({ question }) => question)).toEqual(['how many orders'])
    expect(await list('%')).toEqual([])
  })

  test('never lies in the future', async () => {
    await keep('average amount', { askedAt: '2999-01-01T00:00:00.000Z' })
    const found = (await list('average')).at(0)
    expect(Date.parse(found?.askedAt ?? '')).toBeLessThanOrEqual(Date.now())
  })

  test('can be named, marked, exported and deleted', async () => {
    const [first] = await list('many')
    const id = first?.id ?? ''
    const changed = await visitor.send('PATCH', `/api/v1/questions/${id}`, {
      body: { name: 'Count', isFavourite: true },
    })
    expect(changed.status).toBe(200)
    expect((await list())[0]).toMatchObject({ id, name: 'Count', isFavourite: true })
    expect((await list('count'))[0]?.id).toBe(id)
    const file = await visitor.send('GET', `/api/v1/datasets/${dataset.id}/questions/export`)
    expect(JSON.parse(await file.text())).toMatchObject({ dataset: dataset.name, questions: await list() })
    expect((await visitor.send('DELETE', `/api/v1/questions/${id}`)).status).toBe(200)
    expect((await list()).some((each) => each.id === id)).toBe(false)
    expect(await visitor.refused('DELETE', `questions/${id}`)).toMatchObject({
      status: 404,
      code: 'question/not-found',
    })
  })

  test('is nobody else’s', async () => {
    const other = await guest()
    const [first] = await list()
    expect(await other.refused('GET', `datasets/${dataset.id}/questions`)).toMatchObject({ status: 404 })
    expect(await other.refused('PATCH', `questions/${first?.id}`, { body: { name: 'Mine' } })).toMatchObject({
      status: 404,
    })
    expect(await other.refused('DELETE', `questions/${first?.id}`)).toMatchObject({ status: 404 })
    const body = { as: newId(), question: 'total amount' }
    expect(await other.refused('POST', `datasets/${dataset.id}/questions`, { body })).toMatchObject({ status: 404 })
  })
})

describe('a question that follows on', () => {
  const ask = (question: string, after: readonly unknown[] = []): Promise<WireAnswer> =>
    visitor.post<WireAnswer>('ask', { dataset: dataset.id, question, after })

  test('changes the reading that was sent with it', async () => {
    const first = await ask('total amount')
    if (first.status !== 'answer') throw new Error(first.status)
    const next = await ask('and by region?', [first.reading])
    expect(next).toMatchObject({
      status: 'answer',
      follows: true,
      reading: { title: 'Total amount by region', query: { dimensions: [{ column: 'Region' }] } },
    })
    if (next.status === 'answer') expect(next.table.rows).toHaveLength(2)
  })

  test('goes on from nothing of another dataset, and refuses what is no reading', async () => {
    const first = await ask('total amount')
    if (first.status !== 'answer') throw new Error(first.status)
    const foreign = { ...first.reading, query: { ...first.reading.query, dataset: 'other' } }
    expect(await ask('total amount', [foreign])).toMatchObject({ status: 'answer', follows: false })
    const body = { dataset: dataset.id, question: 'only 2024', after: [{ query: { dataset: dataset.id } }] }
    expect(await visitor.refused('POST', 'ask', { body })).toMatchObject({ status: 422, code: 'query/invalid' })
  })
})
