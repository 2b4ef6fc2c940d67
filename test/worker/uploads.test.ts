import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { Profile } from '#core/profile/profile.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { begin, orders, ready, sendParts, settled, sha256Of, textFile, upload } from './support/upload.ts'
import { dataOf, guest, member, origin, Visitor } from './support/visitor.ts'

describe('a file', () => {
  test('goes through R2 and the queue, and comes out as a dataset with a profile', async () => {
    const visitor = await guest()
    const dataset = await ready(visitor)
    expect(dataset).toMatchObject({ name: 'Orders 2024', rows: 400, columns: 4, progress: 1, sample: false })
    const profile = await visitor.get<Profile>(`datasets/${dataset.id}/profile`)
    expect(profile.rows).toBe(400)
    expect(profile.columns.map(({ name, type }) => [name, type])).toEqual([
      ['Order', 'text'],
      ['Region', 'text'],
      ['Amount', 'integer'],
      ['Day', 'date'],
    ])
    const preview = await visitor.get<WireTable>(`datasets/${dataset.id}/preview`)
    expect(preview.rows).toHaveLength(100)
    expect(preview.rows[0]).toEqual(['A-1000', 'North', 1, '2024-01-01'])
    expect(await visitor.get(`datasets/${dataset.id}/status`)).toEqual({ status: 'ready', progress: 1, failure: null })
  })

  test('is stored as it was sent, its true hash computed on the way', async () => {
    const visitor = await guest()
    const dataset = await ready(visitor, { ...orders, sha256: 'f'.repeat(64) })
    const version = await env.DB.prepare('SELECT folder, sha256 FROM dataset_version WHERE dataset_id = ?')
      .bind(dataset.id)
      .first<{ folder: string; sha256: string }>()
    expect(version?.sha256).toBe(await sha256Of(orders.bytes))
    const original = await env.FILES.get(`${version?.folder}original.csv`)
    expect(new Uint8Array((await original?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(orders.bytes)
  })

  test('larger than a part is sent in several and read whole', async () => {
    const { visitor } = await member('large')
    const line = `${'x'.repeat(99)},1\n`
    const file = textFile('large.csv', `text,number\n${line.repeat(90_000)}`)
    const begun = await begin(visitor, file)
    expect(file.bytes.byteLength).toBeGreaterThan(begun.partSize)
    await sendParts(visitor, begun, file.bytes)
    const dataset = await visitor.post<WireDataset>(`uploads/${begun.id}/complete`)
    expect(await settled(visitor, dataset.id)).toMatchObject({ status: 'ready', rows: 90_000 })
  }, 20_000)

  test('of a known hash offers the dataset that is there already', async () => {
    const visitor = await guest()
    const first = await ready(visitor)
    const sha256 = await sha256Of(orders.bytes)
    expect((await begin(visitor, { ...orders, sha256 })).duplicate?.id).toBe(first.id)
    expect((await begin(await guest(), { ...orders, sha256 })).duplicate).toBeNull()
    await visitor.send('DELETE', `/api/v1/datasets/${first.id}`)
    expect((await begin(visitor, { ...orders, sha256 })).duplicate).toBeNull()
  })

  test('tells its progress on the live line until it is ready', async () => {
    const visitor = await guest()
    const response = await visitor.send('GET', '/api/v1/live', { headers: { upgrade: 'websocket' } })
    expect(response.status).toBe(101)
    const socket = response.webSocket
    const heard: WireDataset[] = []
    socket?.accept()
    socket?.addEventListener('message', ({ data }) => {
      const event = JSON.parse(String(data)) as { type: string; dataset: WireDataset }
      expect(event.type).toBe('dataset-changed')
      heard.push(event.dataset)
    })
    const dataset = await ready(visitor)
    await expect.poll(() => heard.at(-1)?.status).toBe('ready')
    expect(new Set(heard.map(({ id }) => id))).toEqual(new Set([dataset.id]))
    expect(heard.map(({ status }) => status)).toContain('processing')
    socket?.close()
  })

  test('completed twice is one dataset', async () => {
    const visitor = await guest()
    const begun = await begin(visitor, orders)
    await sendParts(visitor, begun, orders.bytes)
    const [one, other] = await Promise.all([
      visitor.post<WireDataset>(`uploads/${begun.id}/complete`),
      visitor.post<WireDataset>(`uploads/${begun.id}/complete`),
    ])
    expect(other.id).toBe(one.id)
    expect((await visitor.get<WireDataset[]>('datasets')).filter(({ sample }) => !sample)).toHaveLength(1)
  })

  test('can be given up; nothing of it stays', async () => {
    const visitor = await guest()
    const begun = await begin(visitor, orders)
    await sendParts(visitor, begun, orders.bytes)
    await visitor.send('DELETE', `/api/v1/uploads/${begun.id}`)
    expect((await visitor.refused('POST', `uploads/${begun.id}/complete`)).code).toBe('upload/not-found')
  })
})

describe('an upload that was interrupted', () => {
  const lines = 'x'.repeat(99)
  const file = textFile('long.csv', `text,number\n${`${lines},1\n`.repeat(90_000)}`)
  const sendPart = (visitor: Visitor, { id, partSize }: { id: string; partSize: number }, number: number) =>
    visitor.send('PUT', `/api/v1/uploads/${id}/parts/${number}`, {
      body: file.bytes.slice((number - 1) * partSize, number * partSize),
    })

  test('tells which parts are there, and goes on when the same file is announced again', async () => {
    const visitor = await guest()
    const sha256 = await sha256Of(file.bytes)
    const first = await begin(visitor, { ...file, sha256 })
    expect(first.parts).toEqual([])
    await dataOf(await sendPart(visitor, first, 2))
    expect(await visitor.get(`uploads/${first.id}`)).toEqual({
      id: first.id,
      name: 'long.csv',
      size: file.bytes.byteLength,
      dataset: first.dataset,
      partSize: first.partSize,
      parts: [2],
    })

    const again = await begin(visitor, { ...file, sha256 })
    expect(again).toMatchObject({ id: first.id, dataset: first.dataset, parts: [2] })
    await dataOf(await sendPart(visitor, again, 1))
    const dataset = await visitor.post<WireDataset>(`uploads/${again.id}/complete`)
    expect(dataset.id).toBe(first.dataset)
    expect(await settled(visitor, dataset.id)).toMatchObject({ status: 'ready', rows: 90_000 })
    expect((await visitor.refused('GET', `uploads/${first.id}`)).code).toBe('upload/not-found')
  }, 20_000)

  test.each([
    ['of another content', { sha256: 'a'.repeat(64) }],
    ['of another name', { name: 'other.csv' }],
    ['that should become another dataset', { as: 'abcdefghijkmnpqrstuv' }],
    ['of an unknown hash', { sha256: null }],
  ])('is not taken for one %s', async (_, differs) => {
    const visitor = await guest()
    const announced = { ...file, sha256: await sha256Of(file.bytes) }
    const first = await begin(visitor, announced)
    expect((await begin(visitor, { ...announced, ...differs })).id).not.toBe(first.id)
    expect((await begin(await guest(), announced)).id).not.toBe(first.id)
  })
})

describe('a dataset whose id the browser chose', () => {
  test('has it, once; and what another workspace has stays out of reach', async () => {
    const visitor = await guest()
    const as = Array.from({ length: 20 }, () => 'abcdefgh'[Math.floor(Math.random() * 8)]).join('')
    const dataset = await ready(visitor, { ...orders, as })
    expect(dataset.id).toBe(as)
    const announced = { name: 'b.csv', size: 10, sha256: null, as }
    expect((await visitor.refused('POST', 'uploads', { body: announced })).code).toBe('upload/id-taken')

    const stranger = await guest()
    const begun = await begin(stranger, { ...orders, as })
    await sendParts(stranger, begun, orders.bytes)
    expect((await stranger.refused('POST', `uploads/${begun.id}/complete`)).code).toBe('upload/not-found')
    expect(await visitor.get<WireDataset>(`datasets/${as}`)).toMatchObject({ status: 'ready', rows: 400 })
    expect((await visitor.refused('POST', 'uploads', { body: { ...announced, as: '../x' } })).status).toBe(400)
  })
})

describe('a file that does not fit', () => {
  test.each([
    ['empty', 'empty.csv', 0, 'file/empty'],
    ['of 200 MB', 'huge.csv', 200_000_000, 'file/too-large'],
  ])('%s is refused before a byte is sent', async (_, name, size, code) => {
    const refusal = await (await guest()).refused('POST', 'uploads', { body: { name, size, sha256: null } })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(name)
    expect(refusal.hint.length).toBeGreaterThan(10)
  })

  test('a picture named .csv is refused with its first part', async () => {
    const visitor = await guest()
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(500)])
    const begun = await begin(visitor, { name: 'picture.csv', bytes: png })
    const refusal = await visitor.refused('PUT', `uploads/${begun.id}/parts/1`, { body: png })
    expect(refusal).toMatchObject({ status: 415, code: 'file/wrong-kind' })
  })

  test('a part must have the size that was announced', async () => {
    const visitor = await guest()
    const begun = await begin(visitor, orders)
    const path = (number: number) => `uploads/${begun.id}/parts/${number}`
    const short = orders.bytes.slice(0, 100)
    expect((await visitor.refused('PUT', path(1), { body: short })).code).toBe('upload/part-size')
    expect((await visitor.refused('PUT', path(2), { body: short })).code).toBe('upload/part-size')
    const over = new Uint8Array(begun.partSize + 1)
    expect((await visitor.refused('PUT', path(1), { body: over })).code).toBe('request/too-large')
  })

  test('an upload is not complete before all its parts are there', async () => {
    const visitor = await guest()
    const begun = await begin(visitor, orders)
    expect((await visitor.refused('POST', `uploads/${begun.id}/complete`)).code).toBe('upload/incomplete')
  })

  test('a header without rows fails plainly, and says so again when tried again', async () => {
    const visitor = await guest()
    const dataset = await settled(visitor, (await upload(visitor, textFile('header.csv', 'a,b,c\n'))).id)
    expect(dataset).toMatchObject({ status: 'failed', failure: { code: 'file/no-rows' } })
    expect((await visitor.refused('GET', `datasets/${dataset.id}/profile`)).code).toBe('dataset/failed')
    expect(await visitor.post<WireDataset>(`datasets/${dataset.id}/retry`)).toMatchObject({ status: 'pending' })
    expect(await settled(visitor, dataset.id)).toMatchObject({ status: 'failed', failure: { code: 'file/no-rows' } })
  })
})

describe('the quota of a guest', () => {
  test('counts datasets and bytes, those on their way included, and ends with an account', async () => {
    const visitor = await guest()
    const size = 90_000_000
    for (let file = 0; file < 5; file++) await visitor.post('uploads', { name: 'big.csv', size, sha256: null })
    const body = { name: 'big.csv', size, sha256: null }
    expect((await visitor.refused('POST', 'uploads', { body })).code).toBe('quota/bytes')
    const other = await guest()
    const small = { name: 'small.csv', size: 10, sha256: null }
    for (let file = 0; file < 20; file++) await other.post('uploads', small)
    expect((await other.refused('POST', 'uploads', { body: small })).code).toBe('quota/datasets')
    const { visitor: signedUp } = await member('free')
    for (let file = 0; file < 6; file++) await signedUp.post('uploads', body)
  })

  test('counts no dataset for an upload that becomes a version of one', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor)
    const version = { name: 'small.csv', size: 10, sha256: null, dataset: id }
    for (let file = 0; file < 3; file++) await visitor.post('uploads', version)
    const another = { name: 'small.csv', size: 10, sha256: null }
    for (let file = 0; file < 19; file++) await visitor.post('uploads', another)
    expect((await visitor.refused('POST', 'uploads', { body: another })).code).toBe('quota/datasets')
  })
})

describe('the data file', () => {
  test('is served by byte ranges', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor)
    const path = `/api/v1/datasets/${id}/data.parquet`
    const whole = await visitor.send('GET', path)
    const bytes = new Uint8Array(await whole.arrayBuffer())
    expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe('PAR1')
    const tail = await visitor.send('GET', path, { headers: { range: 'bytes=-8' } })
    expect(tail.status).toBe(206)
    expect(tail.headers.get('content-range')).toBe(`bytes ${bytes.length - 8}-${bytes.length - 1}/${bytes.length}`)
    expect(new Uint8Array(await tail.arrayBuffer())).toEqual(bytes.slice(-8))
    const middle = await visitor.send('GET', path, { headers: { range: 'bytes=4-9' } })
    expect(new Uint8Array(await middle.arrayBuffer())).toEqual(bytes.slice(4, 10))
    const beyond = await visitor.send('GET', path, { headers: { range: `bytes=${bytes.length}-` } })
    expect(beyond.status).toBe(416)
    await dataOf(await visitor.send('GET', `/api/v1/datasets/${id}`))
  })
})

test('the live line is for sessions, and for our own pages', async () => {
  const headers = { upgrade: 'websocket' }
  expect((await new Visitor().refused('GET', 'live', { headers })).status).toBe(401)
  const visitor = await guest()
  const foreign = { ...headers, origin: 'https://evil.example' }
  expect((await visitor.refused('GET', 'live', { headers: foreign })).code).toBe('access/foreign-origin')
  expect((await visitor.refused('GET', 'live')).code).toBe('request/invalid')
  expect(origin).not.toBe(foreign.origin)
})
