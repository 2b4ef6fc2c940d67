import { effect } from '@preact/signals'
import { onceFor } from '#core/once-for.ts'
import { dashboards as dashboardCalls, datasets as datasetCalls, type Dataset } from '../api.ts'
import { canRead, expectFile, readFile } from '../engine/read-file.ts'
import { localDatasets, localDataset, addLocal, removeLocal } from '../local/local-datasets.ts'
import { createLocalDataset, type LocalDataset, type LocalPorts } from '../local/local-dataset.ts'
import type { LocalRecord } from '../local/record.ts'
import { store } from '../local/store.ts'
import { mayPass } from '../transport.ts'
import { showToast } from '../ui/toast-model.ts'
import { newId } from './new-id.ts'
import type { Services } from './services.ts'

const portsOf = onceFor((services: Services): LocalPorts => ({
  read: readFile,
  engine: services.engine,
  dashboards: {
    create: dashboardCalls.add,
    get: dashboardCalls.get,
    edit: dashboardCalls.edit,
    missed: dashboardCalls.missed,
  },
  rename: (id, name) => datasetCalls.change(id, { name }),
  // Loaded with the first question: the shell does without it.
  corrections: async (id) => (await import('./corrections.ts')).correctionsOf(services)(id).current(),
  newId,
  now: () => new Date(),
}))

/** Files are read in sequence, because two at once would need the memory of both. */
const readingOf = onceFor<Services, { last: Promise<unknown> }>(() => ({ last: Promise.resolve() }))

function readInTurn(services: Services, local: LocalDataset): Promise<unknown> {
  const reading = readingOf(services)
  reading.last = reading.last.then(local.read)
  return reading.last
}

/** Milliseconds that uploading waits for reading, so that a short file shows its first chart first. */
const headStart = 3000

const headStartOf = (read: Promise<unknown>): Promise<unknown> =>
  Promise.race([read, new Promise((done) => setTimeout(done, headStart))])

const keepAfter = 300

type Pending = { readonly timer: ReturnType<typeof setTimeout>; readonly keep: () => void }

/** Pending saves by dataset, which are made at once when the page is hidden. */
const keepingOf = onceFor<Services, Map<string, Pending>>(() => {
  const keeping = new Map<string, Pending>()
  addEventListener('pagehide', () => keeping.forEach(({ keep }) => keep()))
  return keeping
})

/** Saves local state for the next visit, after a pause or when the page is hidden. */
function keepSoon(services: Services, local: LocalDataset): void {
  const keeping = keepingOf(services)
  clearTimeout(keeping.get(local.id)?.timer)
  const keep = (): void => {
    keeping.delete(local.id)
    const record = localDataset(local.id) === local ? local.record(services.session.account.value?.id ?? null) : null
    if (record) void store.keep(record)
  }
  keeping.set(local.id, { timer: setTimeout(keep, keepAfter), keep })
}

const tryAgainAfter = 4000

/** When the server has read the file, sends the local changes; both are then the same. */
async function handOver(services: Services, local: LocalDataset, served: Dataset): Promise<void> {
  const given = await local.handOver(served)
  if (!given.ok && mayPass(given.error)) {
    setTimeout(() => void handOver(services, local, served), tryAgainAfter)
    return
  }
  if (!given.ok) showToast(`The dashboard made here could not be stored. ${given.error.message} ${given.error.hint}`)
  else if (localDataset(local.id) === local)
    services.workspace.showDataset({ ...served, name: local.dataset.value.name })
  void services.workspace.loadDashboards()
  keepSoon(services, local)
}

/** Leaves a file that is not read locally to the server. */
function leaveToServer({ workspace }: Services, served: Dataset): void {
  removeLocal(served.id)
  void store.remove(served.id)
  workspace.showDataset(served)
}

/** Does not keep a file that is no table. */
function refuse({ uploads }: Services, { id, reading }: LocalDataset): void {
  void store.remove(id)
  const upload = uploads.of(id)
  if (upload && reading.value.step === 'refused') uploads.refuse(upload, reading.value.problem)
}

/** Synchronises lists, storage and server with a local dataset while it exists. */
function follow(services: Services, local: LocalDataset): void {
  const { serverDatasets, showDataset, showDashboard } = services.workspace
  const whileHeld = (act: () => void): void => {
    const stop = effect(() => {
      if (localDataset(local.id) === local) act()
      else queueMicrotask(() => stop())
    })
  }
  whileHeld(() => {
    if (!local.isServed.value) later(showDataset, local.dataset.value)
  })
  whileHeld(() => {
    if (local.summary.value) later(showDashboard, local.summary.value)
  })
  whileHeld(() => {
    if (local.record(null)) keepSoon(services, local)
  })
  whileHeld(() => {
    const served = serverDatasets.value.get(local.id)
    const { step } = local.reading.value
    if (step === 'refused') later((each) => refuse(services, each), local)
    if (step === 'elsewhere' && served) later((each) => leaveToServer(services, each), served)
  })
  handOverOnce(services, local, whileHeld)
}

/** Defers list changes out of the running effect. */
const later = <Given>(act: (given: Given) => void, given: Given): void => queueMicrotask(() => act(given))

function handOverOnce(services: Services, local: LocalDataset, whileHeld: (act: () => void) => void): void {
  let given = false
  whileHeld(() => {
    const served = services.workspace.serverDatasets.value.get(local.id)
    if (served?.status !== 'ready' || local.reading.value.step !== 'read' || local.isServed.value || given) return
    given = true
    later((dataset) => void handOver(services, local, dataset), served)
  })
}

function take(services: Services, local: LocalDataset): void {
  addLocal(local)
  follow(services, local)
}

const deviceGigabytes = (navigator as { readonly deviceMemory?: number }).deviceMemory

const isSame = ({ name, size, lastModified }: File, local: LocalDataset): boolean => {
  const record = local.record(null)
  const isWhole = (record?.choices ?? null) === null
  return isWhole && record?.fileName === name && record.size === size && record.lastModified === lastModified
}

/** A local dataset of the same file whose upload did not finish. */
const begunBefore = (file: File): LocalDataset | null =>
  [...localDatasets.value.values()].find((local) => !local.isServed.value && isSame(file, local)) ?? null

/** Prepares for a file while it is dragged or the picker is open. */
export function expectFiles({ engine }: Services): void {
  expectFile()
  engine.wake()
}

/** Starts reading and uploading a file; returns the id of its dataset. */
export function takeFile(services: Services, file: File): string {
  const { uploads } = services
  const before = begunBefore(file)
  const upload = before && uploads.of(before.id)
  if (upload?.state.value.step === 'failed' || upload?.state.value.step === 'paused') void uploads.resume(upload)
  if (before && !upload) void uploads.add({ name: file.name, bytes: file, dataset: before.id })
  if (before) return before.id
  const { name, size, lastModified } = file
  return begin(services, { fileName: name, size, lastModified, file, choices: null })
}

type Taken = Pick<LocalRecord, 'fileName' | 'size' | 'lastModified' | 'choices'> & { readonly file: Blob }

function begin(services: Services, { choices = null, ...taken }: Taken): string {
  const { fileName, size, file } = taken
  const readsHere = canRead(size, deviceGigabytes)
  const local = createLocalDataset({ ...taken, choices, id: newId(), kept: null, readsHere }, portsOf(services))
  take(services, local)
  services.engine.wake()
  const read = readInTurn(services, local)
  void services.uploads.add({ name: fileName, bytes: file, dataset: local.id, choices }, headStartOf(read))
  return local.id
}

/** Makes a dataset of another part of a file that is here, and tells its id; null where the file is not here. */
export function takePart(services: Services, dataset: string, sheet: string): string | null {
  const from = localDataset(dataset)
  const record = from?.record(null)
  if (!from?.file || !record) return null
  const { fileName, size, lastModified } = record
  return begin(services, { fileName, size, lastModified, file: from.file, choices: { sheet } })
}

/** Restores a local dataset of an earlier visit; resumes reading if it was not finished. */
function revive(
  services: Services,
  kept: LocalRecord,
): { readonly local: LocalDataset; readonly read: Promise<unknown> } {
  const local = createLocalDataset({ ...kept, kept, readsHere: true }, portsOf(services))
  take(services, local)
  return { local, read: readInTurn(services, local) }
}

/** The server's dataset of a record, if it still has the same version. */
const isCurrent = ({ session, workspace }: Services, { id, servedAt, owner }: LocalRecord): boolean =>
  workspace.serverDatasets.value.get(id)?.processedAt === servedAt &&
  (owner === null || owner === (session.account.value?.id ?? null))

/** True if the upload completed in a visit that ended before this was recorded. */
const isThere = ({ workspace }: Services, { id, dashboard, servedAt }: LocalRecord): boolean =>
  servedAt !== null ||
  (workspace.serverDatasets.value.has(id) && (workspace.dashboards.value ?? []).some((entry) => entry.id === dashboard))

/** Restores a file that never reached the server and resumes its upload. */
function goOn(services: Services, record: LocalRecord): void {
  const { uploads, workspace } = services
  const { id, fileName, file, choices = null } = record
  const { read } = revive(services, record)
  if (file && !workspace.serverDatasets.value.has(id))
    void uploads.add({ name: fileName, bytes: file, dataset: id, choices }, headStartOf(read))
}

/** Shows a local copy of a server dataset while offline. */
function standIn(services: Services, record: LocalRecord): void {
  services.workspace.showDataset(revive(services, record).local.dataset.value)
}

/** Restores earlier visits' datasets once the server's list has loaded or failed to load. */
export async function restore(services: Services, loaded: Promise<unknown>): Promise<void> {
  const { problem } = services.workspace
  const records = await store.all()
  await loaded
  const there = records.filter((record) => isThere(services, record))
  for (const record of records) if (!isThere(services, record)) goOn(services, record)
  if (problem.value?.status === 0) for (const record of there) standIn(services, record)
  else if (!problem.value) for (const record of there) if (!isCurrent(services, record)) await store.remove(record.id)
}

/** Discards a local dataset and its upload. */
export async function discard({ uploads }: Services, local: LocalDataset): Promise<void> {
  const upload = uploads.of(local.id)
  if (upload) uploads.dismiss(upload)
  local.stop()
  removeLocal(local.id)
  await store.remove(local.id)
}

/** Discards a local dataset temporarily; returns a function that restores it and resumes its upload. */
export async function discardForNow(services: Services, local: LocalDataset): Promise<() => void> {
  const { session, uploads, workspace } = services
  const record = local.record(session.account.value?.id ?? null)
  const file = uploads.of(local.id)?.file
  await discard(services, local)
  return () => {
    if (record) goOn(services, record)
    else if (file && !workspace.serverDatasets.value.has(local.id)) void uploads.add(file)
  }
}
