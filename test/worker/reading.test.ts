import { describe, expect, test, vi } from 'vitest'
import type { WireDataset, WireVersion } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { ready, textFile } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

vi.setConfig({ testTimeout: 20_000 })

/** Points that may be decimals' or thousands', and a first row that may be names. */
const prices = textFile('prices.csv', 'shop;price\nRome;1.500\nOslo;2.250\n')

async function readAgain(visitor: Visitor, id: string, choices: object): Promise<WireDataset> {
  await visitor.post(`datasets/${id}/read-again`, { choices })
  return vi.waitFor(
    async () => {
      const dataset = await visitor.get<WireDataset>(`datasets/${id}`)
      expect(dataset.next).toBeNull()
      return dataset
    },
    { timeout: 15_000, interval: 50 },
  )
}

const rowsOf = async (visitor: Visitor, id: string): Promise<unknown> =>
  (await visitor.get<WireTable>(`datasets/${id}/preview`)).rows

describe('an uploaded file', () => {
  test('is read again as a person decides: a new version, and the old one can be restored', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, prices)
    expect(await rowsOf(visitor, id)).toEqual([['Rome', 1.5], ['Oslo', 2.25]]) // prettier-ignore
    const again = await readAgain(visitor, id, { decimal: 'comma', headerRows: 0 })
    expect(again).toMatchObject({ rows: 3, version: { number: 2 }, choices: { decimal: 'comma', headerRows: 0 } })
    expect(await rowsOf(visitor, id)).toContainEqual(['Rome', expect.anything()])
    const [, first] = await visitor.get<WireVersion[]>(`datasets/${id}/versions`)
    await visitor.post(`versions/${first?.id}/restore`)
    expect(await rowsOf(visitor, id)).toEqual([['Rome', 1.5], ['Oslo', 2.25]]) // prettier-ignore
  })

  test('is still there when the version it came with is deleted', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, prices)
    await readAgain(visitor, id, { decimal: 'comma' })
    const [, first] = await visitor.get<WireVersion[]>(`datasets/${id}/versions`)
    expect((await visitor.send('DELETE', `/api/v1/versions/${first?.id}`)).status).toBe(200)
    const third = await readAgain(visitor, id, { headerRows: 0 })
    expect(third).toMatchObject({ rows: 3, version: { number: 3 } })
  })

  test('shows its beginning as it was sent', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, prices)
    const head = await visitor.send('GET', `/api/v1/datasets/${id}/original`)
    expect(new Uint8Array(await head.arrayBuffer())).toEqual(prices.bytes)
    expect(head.headers.get('x-file-size')).toBe(String(prices.bytes.length))
  })

  test('that is not kept here is said to be so', async () => {
    const visitor = await guest()
    const sample = (await visitor.get<WireDataset[]>('datasets')).find((dataset) => dataset.sample)
    if (!sample) return
    const refused = await visitor.refused('POST', `datasets/${sample.id}/read-again`, { body: { choices: {} } })
    expect(refused.code).toBe('dataset/no-original')
  })
})
