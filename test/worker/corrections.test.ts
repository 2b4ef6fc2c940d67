import type { WireAnswer } from '#core/wire/answer.ts'
import type { WireCorrection } from '#core/wire/correction.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
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
const newId = (): string => `bbbbbbbbbbbbbbbbbbb${'abcdefghjkmnp'[made++]}`
const path = () => `datasets/${dataset.id}/corrections`
const keep = (words: string, column: string, value: string | null = null): Promise<null> =>
  visitor.post<null>(path(), { as: newId(), words, column, value })
const list = (): Promise<WireCorrection[]> => visitor.get<WireCorrection[]>(path())
const ask = (question: string): Promise<WireAnswer> =>
  visitor.post<WireAnswer>('ask', { dataset: dataset.id, question })

describe('what a word means', () => {
  test('is learned: the question that was refused is answered, and the chip says why', async () => {
    expect(await ask('total zorp by region')).toMatchObject({ status: 'refuse', unknown: ['zorp'] })
    await keep('Zorp', 'Amount')
    expect(await list()).toMatchObject([{ words: 'zorp', column: 'Amount', value: null, means: 'Amount' }])
    const answer = await ask('total zorp by region')
    expect(answer).toMatchObject({ status: 'answer', reading: { title: 'Total amount by region' } })
    if (answer.status === 'answer')
      expect(answer.reading.chips[0]).toMatchObject({
        words: 'total zorp',
        means: { words: 'zorp', what: 'Amount' },
        text: 'Total amount',
      })
  })

  test('may be a value, and is part of the model that the page reads with', async () => {
    await keep('up there', 'Region', 'North')
    const answer = await ask('total amount up there')
    expect(answer).toMatchObject({
      status: 'answer',
      reading: { query: { filters: [{ op: 'in', column: 'Region', values: ['North'] }] } },
    })
    const { corrections } = await visitor.get<SemanticModel>(`datasets/${dataset.id}/model`)
    expect(corrections).toEqual([
      { words: 'up there', column: 'Region', value: 'North' },
      { words: 'zorp', column: 'Amount', value: null },
    ])
  })

  test('said again takes the new meaning, and taken back is unknown again', async () => {
    await keep('zorp', 'Product')
    const found = (await list()).filter(({ words }) => words === 'zorp')
    expect(found).toMatchObject([{ column: 'Product' }])
    const id = found[0]?.id ?? ''
    expect((await visitor.send('DELETE', `/api/v1/corrections/${id}`)).status).toBe(200)
    expect(await ask('total zorp by region')).toMatchObject({ status: 'refuse', unknown: ['zorp'] })
    expect(await visitor.refused('DELETE', `corrections/${id}`)).toMatchObject({
      status: 404,
      code: 'correction/not-found',
    })
  })

  test('is refused of a column that is not there, and of what is no word', async () => {
    const body = { as: newId(), words: 'blip', column: 'Secret', value: null }
    expect(await visitor.refused('POST', path(), { body })).toMatchObject({ status: 422, code: 'correction/no-column' })
    const wordless = { as: newId(), words: '?!', column: 'Amount', value: null }
    expect((await visitor.refused('POST', path(), { body: wordless })).status).toBe(400)
  })

  test('is nobody else’s', async () => {
    const other = await guest()
    const [first] = await list()
    expect(await other.refused('GET', path())).toMatchObject({ status: 404 })
    expect(await other.refused('DELETE', `corrections/${first?.id}`)).toMatchObject({ status: 404 })
    const body = { as: newId(), words: 'zorp', column: 'Amount', value: null }
    expect(await other.refused('POST', path(), { body })).toMatchObject({ status: 404 })
    expect(await list()).toHaveLength(1)
  })
})
