import { expect, vi } from 'vitest'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { dataOf, type Visitor } from './visitor.ts'

type Begun = {
  readonly id: string
  readonly dataset: string
  readonly partSize: number
  readonly parts: readonly number[]
  readonly duplicate: WireDataset | null
}
type File = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256?: string | null
  /** The id it shall have. */
  readonly as?: string
  /** The dataset that it is a new version of. */
  readonly dataset?: string
}

export const textFile = (name: string, text: string): File => ({ name, bytes: new TextEncoder().encode(text) })

export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}

export const begin = (visitor: Visitor, { name, bytes, sha256 = null, as, dataset }: File): Promise<Begun> =>
  visitor.post<Begun>('uploads', { name, size: bytes.byteLength, sha256, as, dataset })

export async function sendParts(visitor: Visitor, { id, partSize }: Begun, bytes: Uint8Array): Promise<void> {
  for (let number = 1; (number - 1) * partSize < bytes.byteLength; number++) {
    const body = bytes.slice((number - 1) * partSize, number * partSize)
    await dataOf(await visitor.send('PUT', `/api/v1/uploads/${id}/parts/${number}`, { body }))
  }
}

/** Sends a file the way the page does. */
export async function upload(visitor: Visitor, file: File): Promise<WireDataset> {
  const begun = await begin(visitor, file)
  await sendParts(visitor, begun, file.bytes)
  return visitor.post<WireDataset>(`uploads/${begun.id}/complete`)
}

/** The dataset once it has been read, or has failed. */
export async function settled(visitor: Visitor, id: string): Promise<WireDataset> {
  return vi.waitFor(
    async () => {
      const dataset = await visitor.get<WireDataset>(`datasets/${id}`)
      expect(['ready', 'failed']).toContain(dataset.status)
      return dataset
    },
    { timeout: 20_000, interval: 50 },
  )
}

/** A dataset that is ready to be asked. */
export async function ready(visitor: Visitor, file: File = orders): Promise<WireDataset> {
  const dataset = await settled(visitor, (await upload(visitor, file)).id)
  expect(dataset).toMatchObject({ status: 'ready', failure: null })
  return dataset
}

/** A dataset once the new version of it has been read, or has failed. */
export async function renewed(visitor: Visitor, dataset: string, file: File): Promise<WireDataset> {
  await upload(visitor, { ...file, dataset })
  return vi.waitFor(
    async () => {
      const now = await visitor.get<WireDataset>(`datasets/${dataset}`)
      expect([undefined, 'failed', 'ready']).toContain(now.next?.status)
      return now
    },
    { timeout: 20_000, interval: 50 },
  )
}

const regions = ['North', 'South', 'East', 'West']

/** 400 orders in four regions; the amounts of a region add up to a round number. */
export const orders = textFile(
  'orders_2024.csv',
  [
    'Order,Region,Amount,Day',
    ...Array.from({ length: 400 }, (_, row) => {
      const day = new Date(Date.UTC(2024, 0, 1 + (row % 90))).toISOString().slice(0, 10)
      return `A-${1000 + row},${regions[row % 4]},${(row % 4) + 1},${day}`
    }),
  ].join('\n'),
)
