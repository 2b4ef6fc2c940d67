import { describe, expect, test } from 'vitest'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { query } from '#core/query/query.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Dataset } from '#web/api.ts'
import { blobFile } from '#web/engine/blob-file.ts'
import { canRead, type ReadFile, soFarId } from '#web/engine/read-file.ts'
import { createLocalDashboard, type DashboardServer } from '#web/local/local-dashboard.ts'
import { createLocalDataset, type LocalPorts } from '#web/local/local-dataset.ts'
import { type LocalRecord, surplus } from '#web/local/record.ts'
import type { Outcome, Problem } from '#web/transport.ts'

const text = `region,amount\n${Array.from({ length: 40 }, (_, at) => `${at % 2 ? 'North' : 'South'},${at}`).join('\n')}`
const file = new File([text], 'sales_2024.csv', { lastModified: 5 })

async function read(dataset: string): Promise<Outcome<ReadFile>> {
  const parts: Blob[] = []
  const loaded = await loadFile(blobFile(file.name, file), {
    write: (bytes) => void parts.push(new Blob([new Uint8Array(bytes)])),
    progress: () => {},
  })
  if (!loaded.ok) return loaded
  const model = generateModel({ dataset, name: 'Sales 2024' }, loaded.value.profile)
  const document = designDashboard(model, (at) => `t${at}`)
  return { ok: true, value: { parquet: new Blob(parts), profile: loaded.value.profile, model, document } }
}

const unreachable: Problem = { code: 'x', status: 0, message: 'No.', hint: 'Try.' }
const rename = (title: string): Edit => ({ type: 'rename-dashboard', payload: { title } })

/** A server that keeps dashboards as the real one does, and tells what it was asked. */
function dashboardServer() {
  const calls: string[] = []
  let document: Dashboard | null = null
  const record = (id: string, now: Dashboard) => ({
    id,
    dataset: 'd',
    title: now.title,
    tiles: 0,
    updatedAt: '',
    document: now,
  })
  const server: DashboardServer = {
    create: async ({ as, document: sent }) => {
      calls.push(`create ${as} at ${sent.version}`)
      document = sent
      return { ok: true, value: record(as, sent) }
    },
    get: async (id) => (document ? { ok: true, value: record(id, document) } : { ok: false, error: unreachable }),
    edit: async (id, version, edits) => {
      calls.push(`edit ${id} from ${version} by ${edits.length}`)
      document = { ...(document as Dashboard), version: version + edits.length }
      return { ok: true, value: { dashboard: document } }
    },
    missed: async () => ({ ok: true, value: { edits: null } }),
  }
  return { calls, server }
}

function world(differs: Partial<LocalPorts> = {}) {
  const { calls, server } = dashboardServer()
  const ports: LocalPorts = {
    read: ({ dataset }) => read(dataset),
    engine: {
      wake: () => {},
      open: async (dataset) => (calls.push(`open ${dataset}`), { ok: true, value: null }),
      close: async (dataset) => (calls.push(`close ${dataset}`), { ok: true, value: null }),
      answer: async () => ({ ok: true, value: { rows: 0, columns: [] } }),
      ask: async () => ({
        ok: true,
        value: { status: 'refuse', reason: 'No.', unknown: [], readings: [], understood: null, suggestions: [] },
      }),
      suggest: async () => ({ ok: true, value: ['How many?'] }),
    },
    dashboards: server,
    rename: async (id, name) => (calls.push(`rename ${id} ${name}`), { ok: true, value: { ...served, name } }),
    corrections: async () => [],
    newId: () => 'b1',
    now: () => new Date('2026-01-02T03:04:05Z'),
    ...differs,
  }
  const about = { id: 'd1', fileName: file.name, size: file.size, lastModified: 5, file, kept: null, readsHere: true }
  return { calls, local: createLocalDataset(about, ports), ports }
}

const served: Dataset = {
  id: 'd1',
  name: 'Sales 2024',
  description: '',
  fileName: 'sales_2024.csv',
  status: 'ready',
  progress: 1,
  failure: null,
  size: file.size,
  rows: 40,
  columns: 2,
  sample: false,
  createdAt: '2026-01-02T03:04:05Z',
  processedAt: '2026-01-02T03:04:09Z',
  version: { id: 'v1', number: 1 },
  next: null,
  choices: null,
  model: 0,
  drift: null,
  tags: [],
  newestAt: null,
  cadence: null,
  staleAfterHours: null,
  place: { project: null, isRestricted: false, isProjectRestricted: false },
  updatedAt: '2026-01-02T03:04:05Z',
}

describe('a dataset that this browser holds', () => {
  test('is being read, then ready, under the name its file suggests', async () => {
    const { local } = world()
    expect(local.dataset.value).toMatchObject({ id: 'd1', name: 'Sales 2024', status: 'processing', rows: null })
    await local.read()
    expect(local.dataset.value).toMatchObject({ status: 'ready', rows: 40, columns: 2, sample: false })
    expect(local.summary.value).toMatchObject({ id: 'b1', dataset: 'd1', title: 'Sales 2024' })
  })

  test('shows its first rows as a dataset of their own once the engine has them, and lets go of them when all are read', async () => {
    const { local, calls } = world({
      read: async ({ dataset }, { onSoFar, onProgress }) => {
        const first = await read(soFarId(dataset))
        if (first.ok) onSoFar(first.value)
        await new Promise((done) => setTimeout(done))
        onProgress(0.5)
        calls.push(JSON.stringify(local.reading.value.step === 'reading' && local.reading.value.soFar?.model.dataset))
        return read(dataset)
      },
    })
    await local.read()
    expect(calls).toEqual(['open d1 so far', '"d1 so far"', 'close d1 so far', 'open d1'])
    expect(local.reading.value.step).toBe('read')
  })

  test('answers only once its file is open, and refuses a Query that its columns do not have', async () => {
    const { local, calls } = world()
    const count = query.parse({ dataset: 'd1', measures: [{ aggregate: 'count' }] })
    expect(await local.query(count)).toMatchObject({ ok: false, error: { code: 'dataset/not-ready' } })
    await local.read()
    expect(await local.query(count)).toMatchObject({ ok: true })
    expect(calls).toEqual(['open d1'])
    const wrong = query.parse({ dataset: 'd1', measures: [{ aggregate: 'sum', column: 'price' }] })
    expect(await local.query(wrong)).toMatchObject({ ok: false, error: { code: 'query/unknown-column' } })
  })

  test('whose file is at fault says why; one that only this browser could not read is left to the server', async () => {
    const error = { code: 'file/wrong-kind', status: 415, message: 'A picture.', hint: 'Choose a table.' }
    const refused = world({ read: async () => ({ ok: false, error }) })
    await refused.local.read()
    expect(refused.local.dataset.value).toMatchObject({ status: 'failed', failure: { code: 'file/wrong-kind' } })
    const broken = world({ read: async () => ({ ok: false, error: { ...error, code: 'reader/broken', status: 0 } }) })
    await broken.local.read()
    expect(broken.local.reading.value.step).toBe('elsewhere')
    expect(broken.local.dataset.value.status).toBe('pending')
  })

  test('gives the server its name and its dashboard as they are by then, once that has the file', async () => {
    const { local, calls } = world()
    await local.read()
    await local.rename('  My sales ')
    await local.localDashboard()?.edit(0, [rename('Mine')])
    expect(await local.handOver(served)).toEqual({ ok: true, value: null })
    expect(local.isServed.value).toBe(true)
    await local.localDashboard()?.edit(1, [rename('Ours'), rename('Yours')])
    expect(calls).toEqual(['open d1', 'rename d1 My sales', 'create b1 at 1', 'edit b1 from 1 by 2'])
    expect(local.record('me')).toMatchObject({
      owner: 'me',
      name: 'My sales',
      file: null,
      servedAt: served.processedAt,
    })
  })

  test('stays what it is where the server cannot be reached, and is handed over later', async () => {
    let isDown = true
    const { server } = dashboardServer()
    const create: DashboardServer['create'] = (made) =>
      isDown ? Promise.resolve({ ok: false, error: unreachable }) : server.create(made)
    const { local } = world({ dashboards: { ...server, create } })
    await local.read()
    expect(await local.handOver(served)).toEqual({ ok: false, error: unreachable })
    expect(local.isServed.value).toBe(false)
    expect(local.record(null)).toMatchObject({ file, servedAt: null })
    isDown = false
    await local.handOver(served)
    expect(local.isServed.value).toBe(true)
  })

  test('left before it was read is read when it comes back, under the same ids', async () => {
    const { local, ports } = world()
    const kept = local.record('me') as LocalRecord
    expect(kept).toMatchObject({ file, read: null, servedAt: null })
    const again = createLocalDataset({ ...kept, kept, readsHere: true }, ports)
    expect(again.dataset.value.status).toBe('processing')
    await again.read()
    expect(again.dataset.value).toMatchObject({ id: local.id, status: 'ready' })
    expect(again.record('me')).toMatchObject({ dashboard: kept.dashboard, read: expect.anything() })
  })

  test('comes back from what was kept as it was', async () => {
    const { local, ports } = world()
    await local.read()
    await local.rename('My sales')
    await local.localDashboard()?.edit(0, [rename('Mine')])
    const kept = local.record('me') as LocalRecord
    const again = createLocalDataset({ ...kept, kept, readsHere: true }, ports)
    expect(again.dataset.value).toEqual(local.dataset.value)
    expect(again.localDashboard()?.document.value).toEqual(local.localDashboard()?.document.value)
    expect(again.record('me')).toEqual(kept)
  })
})

describe('a dashboard on its way to the server', () => {
  test('loses no edit that is made while it is handed over', async () => {
    const { calls, server } = dashboardServer()
    let create = (): void => {}
    const gate = new Promise<void>((open) => (create = open))
    const slow: DashboardServer = { ...server, create: async (made) => (await gate, server.create(made)) }
    const document: Dashboard = { title: 'A', version: 0, tiles: [], filters: [] }
    const board = createLocalDashboard({ id: 'b', dataset: 'd', document, isServed: false }, slow)
    const first = board.edit(0, [rename('B')])
    const given = board.handOver()
    const second = board.edit(1, [rename('C')])
    create()
    await Promise.all([first, given, second])
    expect(calls).toEqual(['create b at 1', 'edit b from 1 by 1'])
  })

  test('that was deleted and restored is made there as it was', async () => {
    const { calls, server } = dashboardServer()
    const document: Dashboard = { title: 'A', version: 3, tiles: [], filters: [] }
    const board = createLocalDashboard({ id: 'b', dataset: 'd', document, isServed: false }, server)
    board.remove()
    board.restore()
    await board.handOver()
    expect(calls).toEqual(['create b at 3'])
  })

  test('that was deleted is not made there', async () => {
    const { calls, server } = dashboardServer()
    const document: Dashboard = { title: 'A', version: 0, tiles: [], filters: [] }
    const board = createLocalDashboard({ id: 'b', dataset: 'd', document, isServed: false }, server)
    board.remove()
    await board.handOver()
    expect(calls).toEqual([])
    expect(await board.edit(0, [rename('B')])).toMatchObject({ ok: false, error: { code: 'dashboard/not-found' } })
  })
})

describe('what is kept for the next visit', () => {
  const record = (at: number, servedAt: string | null, bytes = 10): LocalRecord =>
    ({
      id: String(at),
      loadedAt: `2026-01-${String(at).padStart(2, '0')}`,
      servedAt,
      file: null,
      read: { parquet: { size: bytes } },
    }) as unknown as LocalRecord
  const idsOf = (records: readonly LocalRecord[]): string[] => records.map(({ id }) => id).sort()

  test('is the newest, within bounds, and always what the server has not', () => {
    const many = Array.from({ length: 15 }, (_, at) => record(at + 1, at === 0 ? null : 'then'))
    expect(idsOf(surplus(many))).toEqual(['2', '3'])
    expect(idsOf(surplus([record(1, 'then', 3e8), record(2, 'then', 3e8), record(3, null, 3e8)]))).toEqual(['1', '2'])
    expect(surplus([record(1, 'then')])).toEqual([])
  })
})

test.each([
  [150_000_000, undefined, true],
  [250_000_000, undefined, false],
  [150_000_000, 8, true],
  [250_000_000, 8, false],
  [150_000_000, 2, false],
  [20_000_000, 0.5, true],
])('a file of %d bytes on a device of %s GB is read here: %s', (bytes, gigabytes, here) => {
  expect(canRead(bytes, gigabytes)).toBe(here)
})

test('a Blob is read in pieces, in order and whole, as often as needed', async () => {
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => at % 251)
  const input = blobFile('a.bin', new Blob([bytes]))
  for (let pass = 0; pass < 2; pass += 1) {
    const pieces: Uint8Array[] = []
    for await (const piece of input.open()) pieces.push(piece)
    expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0)
    expect(pieces.length).toBeGreaterThan(1)
  }
})
