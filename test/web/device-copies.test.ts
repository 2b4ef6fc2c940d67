import { describe, expect, test } from 'vitest'
import { loadFile } from '#core/profile/load-file.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Dataset } from '#web/api.ts'
import { blobFile } from '#web/engine/blob-file.ts'
import type { HeldEngine } from '#web/engine/local-engine.ts'
import type { CopyRecord } from '#web/local/copy-record.ts'
import { type CopyPorts, createDeviceCopies } from '#web/local/device-copies.ts'
import type { Problem } from '#web/transport.ts'

const file = new File(['region,amount\nNorth,1\nSouth,2\n'], 'sales.csv')
const parts: Blob[] = []
const loaded = await loadFile(blobFile(file.name, file), {
  write: (bytes) => void parts.push(new Blob([new Uint8Array(bytes)])),
  progress: () => {},
})
if (!loaded.ok) throw new Error('The file is to be read')
const { profile } = loaded.value
const model = generateModel({ dataset: 'd', name: 'Sales' }, profile)
const rows = new Blob(parts)

const entry = {
  id: 'd',
  name: 'Sales',
  status: 'ready',
  version: { id: 'v1', number: 1 },
  model: 0,
  processedAt: '2026-01-02T03:04:09Z',
} as Dataset

/** A server and a device; `change` says what the server has from now on. */
function world(differs: Partial<CopyPorts['server']> = {}, stored: readonly CopyRecord[] = []) {
  const calls: string[] = []
  const kept = new Map(stored.map((record) => [record.id, record]))
  let now: Dataset | null = entry
  let owner = 'me'
  const engine = { open: async (id: string) => (calls.push(`open ${id}`), { ok: true, value: null }) }
  const copies = createDeviceCopies({
    entryOf: () => now,
    server: {
      model: async () => (calls.push('model'), { ok: true, value: model }),
      profile: async () => ({ ok: true, value: profile }),
      size: async () => ({ ok: true, value: rows.size }),
      rows: async () => (calls.push('rows'), { ok: true, value: rows }),
      ...differs,
    },
    readHere: async () => null,
    dashboard: async () => null,
    store: {
      all: async () => [...kept.values()],
      find: async (id) => kept.get(id) ?? null,
      keep: async (record) => void kept.set(record.id, record),
      remove: async (id) => void kept.delete(id),
    },
    engine: engine as unknown as HeldEngine,
    corrections: async () => [],
    owner: () => owner,
    now: () => new Date('2026-02-03T04:05:06Z'),
  })
  return {
    copies,
    calls,
    kept,
    change: (next: Partial<Dataset> | null) => (now = next && { ...entry, ...next }),
    signInAs: (id: string) => (owner = id),
  }
}

const problemOf = async (copies: ReturnType<typeof createDeviceCopies>): Promise<Problem | null> => {
  const copy = await copies.of('d')
  return copy?.ok === false ? copy.error : null
}

describe('a copy on this device', () => {
  test('has the rows and the model of the dataset, and is made once', async () => {
    const { copies, calls, kept } = world()
    expect(await copies.of('d')).toBeNull()
    await Promise.all([copies.keep('d'), copies.keep('d')])
    await copies.keep('d')
    expect(calls).toEqual(['rows', 'model'])
    expect(kept.get('d')).toMatchObject({ owner: 'me', dataset: entry, content: { rows, model } })
    const copy = await copies.of('d')
    if (!copy?.ok) throw new Error('There is a copy')
    expect(copy.value.rows).toBe(rows)
    expect(await copy.value.model()).toEqual({ ok: true, value: model })
  })

  test('is there for the next visit, which does not fetch it again', async () => {
    const first = world()
    await first.copies.keep('d')
    const next = world({}, [...first.kept.values()])
    await next.copies.keep('d')
    expect(next.calls).toEqual([])
    expect((await next.copies.of('d'))?.ok).toBe(true)
  })

  test.each([
    ['its version changes', { version: { id: 'v2', number: 2 } }, ['rows', 'model']],
    ['its model changes', { model: 1 }, ['model']],
    ['it is renamed', { name: 'Other' }, ['model']],
  ])('does not answer once %s, and only what has changed is fetched again', async (_, change, fetched) => {
    const { copies, calls, change: turn } = world()
    await copies.keep('d')
    calls.length = 0
    turn(change)
    expect(await copies.of('d')).toBeNull()
    await copies.keep('d')
    expect(calls).toEqual(fetched)
    expect((await copies.of('d'))?.ok).toBe(true)
  })

  test('is deleted once the dataset is not there any more, or another account is signed in', async () => {
    for (const turn of [
      ({ change }: ReturnType<typeof world>) => void change(null),
      ({ signInAs }: ReturnType<typeof world>) => void signInAs('you'),
      ({ change }: ReturnType<typeof world>) => void change({ version: { id: 'v2', number: 2 } }),
    ]) {
      const here = world()
      await here.copies.keep('d')
      await here.copies.dropStale()
      expect(here.kept.size).toBe(1)
      turn(here)
      await here.copies.dropStale()
      expect(here.kept.size).toBe(0)
      expect(await here.copies.of('d')).toBeNull()
    }
  })

  test('is not made of a dataset that changes while it is read', async () => {
    const here = world({
      profile: async () => (here.change({ version: { id: 'v2', number: 2 } }), { ok: true, value: profile }),
    })
    await here.copies.keep('d')
    expect(here.kept.size).toBe(0)
  })

  test('is not made above 16 MB, nor of a dataset of which a part is seen; each says so', async () => {
    const large = world({ size: async () => ({ ok: true, value: 16_000_001 }) })
    await large.copies.keep('d')
    expect(large.calls).toEqual([])
    expect((await problemOf(large.copies))?.hint).toMatch(/^It has 17 MB; at most 16 MB are copied\./)
    const part = world({
      size: async () => ({ ok: false, error: { code: 'access/part-only', status: 403, message: '', hint: '' } }),
    })
    await part.copies.keep('d')
    expect((await problemOf(part.copies))?.message).toMatch(/you see a part of it/)
    const limit = world({ size: async () => ({ ok: true, value: 16_000_000 }) })
    await limit.copies.keep('d')
    expect((await limit.copies.of('d'))?.ok).toBe(true)
  })

  test('is tried again after an attempt that failed', async () => {
    let isBack = false
    const unreachable = { code: 'network/unreachable', status: 0, message: '', hint: '' }
    const { copies } = world({
      rows: async () => (isBack ? { ok: true, value: rows } : { ok: false, error: unreachable }),
    })
    await copies.keep('d')
    expect(await copies.of('d')).toBeNull()
    isBack = true
    await copies.keep('d')
    expect((await copies.of('d'))?.ok).toBe(true)
  })
})
