import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { titleOf } from '#core/ingest/title-of-file.ts'
import type { Correction } from '#core/semantic/correction.ts'
import type { DashboardSummary, Dataset } from '../api.ts'
import type { HeldEngine } from '../engine/local-engine.ts'
import { type ReadFile, type ReadRequest, type SoFar, soFarId, type Watch } from '../engine/read-file.ts'
import { isOfTheFile, mayPass, type Outcome, type Problem } from '../transport.ts'
import { createLocalAnswers, type LocalAnswers } from './local-answers.ts'
import { createLocalDashboard, type DashboardServer, type LocalDashboard } from './local-dashboard.ts'
import type { LocalRecord } from './record.ts'

/** Progress of reading a file. `elsewhere`: too large or failed here, so the server reads it. */
type LoadState =
  | { readonly step: 'reading'; readonly share: number; readonly soFar: SoFar | null }
  | { readonly step: 'read'; readonly file: ReadFile }
  | { readonly step: 'refused'; readonly problem: Problem }
  | { readonly step: 'elsewhere' }

export type LocalPorts = {
  readonly read: (request: ReadRequest, watch: Watch) => Promise<Outcome<ReadFile>>
  readonly engine: HeldEngine
  readonly dashboards: DashboardServer
  readonly rename: (id: string, name: string) => Promise<Outcome<Dataset>>
  /** What words mean in questions about a dataset, as people said. */
  readonly corrections: (id: string) => Promise<readonly Correction[]>
  readonly newId: () => string
  readonly now: () => Date
}

/** A dataset in this browser, which answers locally, whether or not the server has it. */
export type LocalDataset = LocalAnswers & {
  readonly id: string
  readonly reading: ReadonlySignal<LoadState>
  /** Its entry in lists. */
  readonly dataset: ReadonlySignal<Dataset>
  /** True if the server has it with all local changes. */
  readonly isServed: ReadonlySignal<boolean>
  /** When the server read the local version; null before. */
  readonly servedAt: ReadonlySignal<string | null>
  readonly dashboard: string
  /** Its dashboard's entry in lists; null before it exists and after deletion. */
  readonly summary: ReadonlySignal<DashboardSummary | null>
  readonly localDashboard: () => LocalDashboard | null
  readonly rename: (name: string) => Promise<Outcome<Dataset>>
  /** Reads the file; resolves on success and on failure. */
  readonly read: () => Promise<void>
  /** Sends local changes after the server has read the same file. */
  readonly handOver: (served: Dataset) => Promise<Outcome<null>>
  /** The record for the next visit, which resumes an unfinished read; null if there is nothing to keep. */
  readonly record: (owner: string | null) => LocalRecord | null
  /** Was it brought in this visit? */
  readonly isNew: boolean
  /** The file it was read from, where it is here. */
  readonly file: Blob | null
  readonly stop: () => void
}

export type LocalStart = Pick<LocalRecord, 'id' | 'fileName' | 'size' | 'lastModified' | 'choices'> & {
  readonly file: Blob | null
  /** A record of an earlier visit. */
  readonly kept: LocalRecord | null
  readonly readsHere: boolean
}

function firstState({ kept, readsHere }: LocalStart): LoadState {
  if (kept?.read) return { step: 'read', file: kept.read }
  return readsHere ? { step: 'reading', share: 0, soFar: null } : { step: 'elsewhere' }
}

/** The fields of a dataset's entry that depend on reading. */
function standing(
  reading: LoadState,
  at: string,
): Pick<Dataset, 'status' | 'progress' | 'failure' | 'rows' | 'columns' | 'processedAt'> {
  const nothing = { progress: 0, failure: null, rows: null, columns: null, processedAt: null }
  switch (reading.step) {
    case 'reading':
      return { ...nothing, status: 'processing', progress: reading.share }
    case 'elsewhere':
      return { ...nothing, status: 'pending' }
    case 'refused': {
      const { code, message, hint } = reading.problem
      return { ...nothing, status: 'failed', failure: { code, message, hint } }
    }
    case 'read': {
      const { rows, columns } = reading.file.profile
      return { ...nothing, status: 'ready', progress: 1, rows, columns: columns.length, processedAt: at }
    }
  }
}

/** Fields that only the server determines, with defaults. */
const toldByServer = {
  description: '',
  sample: false,
  version: { id: '', number: 1 },
  next: null,
  model: 0,
  drift: null,
  tags: [],
  newestAt: null,
  cadence: null,
  staleAfterHours: null,
  place: { project: null, isRestricted: false, isProjectRestricted: false },
} as const satisfies Partial<Dataset>

/** Mutable state of a local dataset. */
function createState(start: LocalStart, ports: LocalPorts) {
  const { id, fileName, size, kept, choices = null } = start
  const reading = signal<LoadState>(firstState(start))
  const name = signal(kept?.name ?? titleOf(fileName, start.choices ?? {}))
  const servedAt = signal(kept?.servedAt ?? null)
  const loadedAt = kept?.loadedAt ?? ports.now().toISOString()
  const fileRead = computed((): ReadFile | null => (reading.value.step === 'read' ? reading.value.file : null))
  const dashboard = kept?.dashboard ?? ports.newId()
  const localDashboard = computed((): LocalDashboard | null => {
    const read = fileRead.value
    if (!read) return null
    const document = kept?.read ? kept.document : read.document
    const isServed = servedAt.peek() !== null
    return createLocalDashboard({ id: dashboard, dataset: id, document, isServed }, ports.dashboards)
  })
  const dataset = computed((): Dataset => {
    const times = { createdAt: loadedAt, updatedAt: loadedAt }
    return {
      ...toldByServer,
      ...times,
      id,
      name: name.value,
      fileName,
      size,
      choices,
      ...standing(reading.value, loadedAt),
    }
  })
  const summary = computed((): DashboardSummary | null => {
    const document = localDashboard.value?.document.value
    if (!document) return null
    return { id: dashboard, dataset: id, title: document.title, tiles: document.tiles.length, updatedAt: loadedAt }
  })
  return { reading, name, servedAt, loadedAt, fileRead, dashboard, localDashboard, dataset, summary }
}

/** Opens the rows in the engine once, as soon as there are some. */
function createOpening({ id }: LocalStart, fileRead: ReadonlySignal<ReadFile | null>, engine: HeldEngine) {
  let opening: Promise<unknown> | null = null
  return {
    opened(): Promise<unknown> {
      const read = fileRead.value
      opening ??= read && engine.open(id, read.parquet)
      return opening ?? Promise.resolve()
    },
    close: (): void => void (opening && engine.close(id)),
  }
}

/** Tracks reading. Shows the first rows once the engine has them, until reading ends. */
function createWatch(id: string, reading: Signal<LoadState>, engine: HeldEngine) {
  let isOpen = false
  const tell = (change: { readonly share?: number; readonly soFar?: SoFar }): void => {
    const { value } = reading
    if (value.step === 'reading') reading.value = { ...value, ...change }
  }
  return {
    watch: {
      onProgress: (share: number): void => tell({ share }),
      onSoFar: (first: SoFar): void => {
        isOpen = true
        void engine.open(soFarId(id), first.parquet).then(({ ok }) => ok && tell({ soFar: first }))
      },
    },
    end: (): void => void (isOpen && engine.close(soFarId(id))),
  }
}

type Named = {
  readonly name: Signal<string>
  readonly dataset: ReadonlySignal<Dataset>
  readonly isServed: ReadonlySignal<boolean>
}

/** Renames it here, and on the server once that has it. */
const createRenaming =
  ({ id }: LocalStart, { name, dataset, isServed }: Named, ports: LocalPorts) =>
  async (next: string): Promise<Outcome<Dataset>> => {
    const renamed = isServed.value ? await ports.rename(id, next) : null
    if (renamed && !renamed.ok) return renamed
    name.value = next.trim()
    return renamed ?? { ok: true, value: dataset.value }
  }

/** Does the file hold other tables, which may become datasets later? */
const hasMoreParts = (read: ReadFile | null): boolean => (read?.profile.ingest.parts?.length ?? 0) > 1

/** Creates a local dataset from a file or from a record. */
export function createLocalDataset(start: LocalStart, ports: LocalPorts): LocalDataset {
  const { id, fileName, size, lastModified, file, kept, choices = null } = start
  const { reading, name, servedAt, loadedAt, fileRead, dashboard, localDashboard, dataset, summary } = createState(
    start,
    ports,
  )
  const { opened, close } = createOpening(start, fileRead, ports.engine)
  const isServed = computed(() => servedAt.value !== null)
  const isReading = computed(() => reading.value.step === 'reading')
  const stop = new AbortController()

  async function read(): Promise<void> {
    if (reading.value.step !== 'reading' || !file) return
    const { watch, end } = createWatch(id, reading, ports.engine)
    const request = { dataset: id, fileName, file, choices: choices ?? {} }
    const outcome = await ports.read(request, { ...watch, signal: stop.signal })
    end()
    if (stop.signal.aborted) return
    if (outcome.ok) reading.value = { step: 'read', file: outcome.value }
    else if (isOfTheFile(outcome.error)) reading.value = { step: 'refused', problem: outcome.error }
    else reading.value = { step: 'elsewhere' }
    void opened()
  }

  async function handOver(served: Dataset): Promise<Outcome<null>> {
    const renamed = served.name === name.value ? null : await ports.rename(id, name.value)
    if (renamed && !renamed.ok) return renamed
    const given = (await localDashboard.value?.handOver()) ?? { ok: true, value: null }
    if (given.ok || !mayPass(given.error)) servedAt.value = served.processedAt ?? loadedAt
    return given
  }

  function record(known: string | null): LocalRecord | null {
    if (!fileRead.value && !isReading.value) return null
    const owner = known ?? kept?.owner ?? null
    const about = { id, owner, name: name.value, fileName, size, lastModified, choices, loadedAt }
    const document = localDashboard.value?.document.value ?? null
    const read = fileRead.value
    const keptFile = isServed.value && !hasMoreParts(read) ? null : file
    return { ...about, servedAt: servedAt.value, file: keptFile, read, dashboard, document }
  }

  return {
    id,
    reading,
    dataset,
    isServed,
    servedAt,
    dashboard,
    summary,
    localDashboard: () => localDashboard.value,
    ...createLocalAnswers({ dataset: id, file: () => fileRead.value, opened }, ports),
    rename: createRenaming(start, { name, dataset, isServed }, ports),
    read,
    handOver,
    record,
    isNew: kept === null,
    file,
    stop() {
      stop.abort()
      close()
    },
  }
}
