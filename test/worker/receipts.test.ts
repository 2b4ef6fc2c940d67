import { writeReceipt } from '#core/ask/receipt/write-receipt.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import type { WireReceipt, WireVerified } from '#core/wire/receipt.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ready, textFile, upload } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

vi.setConfig({ testTimeout: 20_000 })

const lines = Array.from({ length: 40 }, (_, at) => `A-${at},${['North', 'South'][at % 2]},${at + 1}`)
const orders = textFile('orders.csv', ['Order,Region,Amount', ...lines].join('\n'))

let visitor: Visitor
let dataset: WireDataset
let receipt: WireReceipt
beforeAll(async () => {
  visitor = await guest()
  dataset = await ready(visitor, orders)
  const answer = await visitor.post<WireAnswer>('ask', { dataset: dataset.id, question: 'total amount by region' })
  if (answer.status !== 'answer') throw new Error(answer.status)
  receipt = await visitor.post<WireReceipt>('receipts', { query: answer.reading.query })
}, 40_000)

const verify = (text: string, who = visitor): Promise<WireVerified> =>
  who.post<WireVerified>('receipts/verify', { receipt: text })

describe('a receipt', () => {
  test('[P6] says what was computed of what, and when', () => {
    expect(receipt).toMatchObject({
      edgewise: 'receipt 1',
      title: 'Total amount by region',
      answer: expect.stringContaining('South'),
      dataset: { id: dataset.id, name: dataset.name, version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      model: 0,
      rows: 'all',
      sql: [expect.stringMatching(/SELECT[\s\S]*Region[\s\S]*GROUP BY/i)],
      result: { rows: 2, columns: ['Region', 'Total Amount'] },
    })
    expect(Date.now() - Date.parse(receipt.time)).toBeLessThan(60_000)
    expect(JSON.stringify(receipt)).not.toContain('workspace')
  })

  test('says what was computed over groups, in one statement', async () => {
    const question = 'how many regions have total amount over 405'
    const answer = await visitor.post<WireAnswer>('ask', { dataset: dataset.id, question })
    if (answer.status !== 'answer') throw new Error(answer.status)
    const written = await visitor.post<WireReceipt>('receipts', { query: answer.reading.query })
    expect(written).toMatchObject({ answer: '1 of 2 regions has total amount over 405.', result: { rows: 1 } })
    expect(written.sql).toEqual([expect.stringMatching(/GROUP BY[\s\S]*COUNT/i)])
    expect(await verify(writeReceipt(written))).toMatchObject({ isGenuine: true, isSame: true })
  })

  test('is verified by computing it again', async () => {
    const verified = await verify(writeReceipt(receipt))
    expect(verified).toMatchObject({ isGenuine: true, isSame: true })
    expect(verified.findings.map(({ about, isSame }) => [about, isSame])).toEqual([
      ['signature', true],
      ['data', true],
      ['model', true],
      ['engine', true],
      ['result', true],
    ])
  })

  test('is verified by any program that has the public key', async () => {
    const { key, x } = await visitor.get<{ key: string; x: string }>('receipts/key')
    const { signature, ...body } = receipt
    const open = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519', true, ['verify'])
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, each]) => [name, sorted(each)]),
            )
          : value
    const text = new TextEncoder().encode(JSON.stringify(sorted(body)))
    expect(signature.key).toBe(key)
    const value = Uint8Array.from(atob(signature.value.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    expect(await crypto.subtle.verify('Ed25519', open, value, text)).toBe(true)
  })

  test('is refused once anything in it is changed', async () => {
    const forged = [
      { ...receipt, answer: receipt.answer.replace('South', 'North') },
      { ...receipt, time: '2020-01-01T00:00:00.000Z' },
      { ...receipt, result: { ...receipt.result, rows: 3 } },
      { ...receipt, query: { ...receipt.query, limit: 1 } },
      { ...receipt, signature: { ...receipt.signature, key: 'other' } },
    ]
    for (const each of forged)
      expect(await verify(JSON.stringify(each))).toMatchObject({ isGenuine: false, isSame: null })
    expect(await verify('no receipt')).toMatchObject({ isGenuine: false })
  })

  test('tells nothing that a stranger may not know, though it is genuine', async () => {
    const stranger = await guest()
    expect(await verify(writeReceipt(receipt), stranger)).toMatchObject({ isGenuine: true, isSame: null })
    const body = { query: { dataset: dataset.id, measures: [{ aggregate: 'count' }] } }
    expect(await stranger.refused('POST', 'receipts', { body })).toMatchObject({ status: 404 })
  })

  test('says what changed once the data did', async () => {
    const more = textFile('orders.csv', ['Order,Region,Amount', ...lines, 'A-99,South,1000'].join('\n'))
    await upload(visitor, { ...more, dataset: dataset.id })
    await vi.waitFor(
      async () => expect((await visitor.get<WireDataset>(`datasets/${dataset.id}`)).version.number).toBe(2),
      { timeout: 20_000, interval: 100 },
    )
    const verified = await verify(writeReceipt(receipt))
    expect(verified).toMatchObject({ isGenuine: true, isSame: false })
    const texts = verified.findings.filter(({ isSame }) => !isSame).map(({ text }) => text)
    expect(texts).toEqual([
      'The data has changed: version 1 then, version 2 now.',
      expect.stringMatching(/^Another result came out now: .*South.*1,420/),
    ])
  })
})
