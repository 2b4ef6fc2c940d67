import { computed, signal } from '@preact/signals'
import type { LiveEvent } from '#core/live/live-event.ts'
import { dashboards as dashboardCalls, datasets as datasetCalls, type DashboardSummary, type Dataset } from '../api.ts'
import { createDashboardNews } from '../live/dashboard-news.ts'
import { localDatasets, localDataset, removeLocal } from '../local/local-datasets.ts'
import type { Problem } from '../transport.ts'

const pollEvery = 1200
/** Milliseconds between polls while the live socket is connected, to catch missed events. */
const pollWhenLiveEvery = 6000

/** The workspace's datasets as listed; null until loaded. */
export const datasets = signal<readonly Dataset[] | null>(null)
export const dashboards = signal<readonly DashboardSummary[] | null>(null)
/** What others do to the dashboards on the screen. */
export const dashboardNews = createDashboardNews()
export const workspaceProblem = signal<Problem | null>(null)

const moves = (status: Dataset['status']): boolean => status === 'pending' || status === 'processing'
const isMoving = ({ status, next }: Dataset): boolean => moves(status) || (next !== null && moves(next.status))
const newestFirst = (a: { createdAt: string }, b: { createdAt: string }): number =>
  b.createdAt.localeCompare(a.createdAt)

/** The dataset on the first page: the workspace's sample, or else the newest ready one. */
export const featured = computed(() => {
  const ready = (datasets.value ?? []).filter(({ status }) => status === 'ready')
  return ready.find((dataset) => dataset.sample) ?? ready[0] ?? null
})

/** False once it is known that there is nothing to show: an empty workspace, or no response. */
export const hasFeatured = computed(
  () => featured.value !== null || (datasets.value === null && workspaceProblem.value === null),
)

/** The server's last state of each dataset; a local dataset may be further along. */
export const serverDatasets = signal<ReadonlyMap<string, Dataset>>(new Map())

/** True if the server has this dataset. */
export const isOnServer = (id: string): boolean => serverDatasets.value.has(id)

const listedOf = (id: string): Dataset | null => datasets.value?.find((dataset) => dataset.id === id) ?? null

/** The dataset of this id, in its last known state. */
export const datasetOf = (id: string): Dataset | null => listedOf(id) ?? localDataset(id)?.dataset.value ?? null

/** True if the dataset exists only in this browser, because the server lacks its changes. */
export const isOnlyHere = (id: string): boolean => localDataset(id)?.isServed.value === false

/** True if the server has read the dataset; only then it has versions and descriptions. */
export const isServed = (id: string): boolean => isOnServer(id) && !isOnlyHere(id)

const order = { pending: 0, processing: 1, failed: 2, ready: 2 } as const

/** A response may arrive after a newer live event; only a failed dataset may return to an earlier state. */
const isStale = ({ status, updatedAt }: Dataset, known: Dataset | null): boolean =>
  known !== null && (updatedAt < known.updatedAt || (known.status !== 'failed' && order[status] < order[known.status]))

/** Shows a dataset in the lists. */
export function showDataset(dataset: Dataset): void {
  const others = (datasets.value ?? []).filter(({ id }) => id !== dataset.id)
  datasets.value = [...others, dataset].sort(newestFirst)
}

/** True if the server has a newer version than the local one, or an edited model. */
function isSuperseded({ id, status, processedAt, model }: Dataset): boolean {
  const servedAt = localDataset(id)?.servedAt.value ?? null
  return servedAt !== null && status === 'ready' && (processedAt !== servedAt || model > 0)
}

/** Applies a new or changed dataset from the server. */
export function takeDataset(dataset: Dataset): void {
  const { id } = dataset
  if (isStale(dataset, serverDatasets.value.get(id) ?? null)) return
  serverDatasets.value = new Map(serverDatasets.value).set(id, dataset)
  if (isSuperseded(dataset)) removeLocal(id)
  if (!isOnlyHere(id)) showDataset(dataset)
}

/** The first dashboard of a dataset, which its page shows. Lists are newest first. */
export const ownDashboard = (list: readonly DashboardSummary[], dataset: string): DashboardSummary | null =>
  list.findLast((entry) => entry.dataset === dataset) ?? null

/** Dashboards with a name of their own; the others are reached through their dataset's entry. */
export function dashboardsApart(
  list: readonly DashboardSummary[],
  of: readonly Pick<Dataset, 'id' | 'name'>[],
): readonly DashboardSummary[] {
  const twins = new Set(
    of
      .map(({ id, name }) => [ownDashboard(list, id), name] as const)
      .flatMap(([own, name]) => (own?.title === name ? own.id : [])),
  )
  return list.filter(({ id }) => !twins.has(id))
}

/** Shows a dashboard in the lists. */
export function showDashboard(entry: DashboardSummary): void {
  dashboards.value = [...(dashboards.value ?? []).filter(({ id }) => id !== entry.id), entry]
}

const without = <Entry extends { readonly id: string }>(list: readonly Entry[], more: readonly Entry[]): Entry[] =>
  list.filter(({ id }) => !more.some((entry) => entry.id === id))

/** The server's list plus local datasets. */
function withLocal(list: readonly Dataset[]): readonly Dataset[] {
  const own = [...localDatasets.value.values()].filter(({ id }) => isOnlyHere(id)).map(({ dataset }) => dataset.value)
  return [...without(list, own), ...own].sort(newestFirst)
}

/** The server's dashboards plus local ones. */
function withLocalDashboards(list: readonly DashboardSummary[]): readonly DashboardSummary[] {
  const own = [...localDatasets.value.values()].flatMap((local) => local.summary.value ?? [])
  return [...list, ...without(own, list)]
}

/** Shows a dashboard's new title before the server lists it. */
export function takeTitle(id: string, title: string): void {
  dashboards.value = (dashboards.value ?? []).map((entry) => (entry.id === id ? { ...entry, title } : entry))
}

/** Applies the server's full list. */
function takeAll(list: readonly Dataset[]): void {
  serverDatasets.value = new Map(list.map((dataset) => [dataset.id, dataset]))
  for (const dataset of list) if (isSuperseded(dataset)) removeLocal(dataset.id)
}

/** Reloads both lists. */
async function loadWorkspace(): Promise<void> {
  const [first, second] = await Promise.all([datasetCalls.list(), dashboardCalls.list()])
  workspaceProblem.value = first.ok ? (second.ok ? null : second.error) : first.error
  if (first.ok) takeAll(first.value)
  if (first.ok || localDatasets.value.size > 0)
    datasets.value = withLocal(first.ok ? first.value : (datasets.value ?? []))
  if (second.ok || localDatasets.value.size > 0)
    dashboards.value = withLocalDashboards(second.ok ? second.value : (dashboards.value ?? []))
}

/** A dataset that became ready may have brought dashboards. */
export async function loadDashboards(): Promise<void> {
  const listed = await dashboardCalls.list()
  if (listed.ok) dashboards.value = withLocalDashboards(listed.value)
}

function forget(id: string): void {
  removeLocal(id)
  const rest = new Map(serverDatasets.value)
  rest.delete(id)
  serverDatasets.value = rest
  datasets.value = (datasets.value ?? []).filter((dataset) => dataset.id !== id)
  dashboards.value = (dashboards.value ?? []).filter(({ dataset }) => dataset !== id)
}

function hear(event: LiveEvent): void {
  if (event.type === 'dataset-removed') return forget(event.id)
  if (event.type === 'dashboard-changed') return dashboardNews.changed(event.id, event.version)
  const { dataset } = event
  const before = serverDatasets.value.get(dataset.id)
  takeDataset(dataset)
  if (dataset.status === 'ready' && before?.status !== 'ready') void loadDashboards()
}

const moving = (): readonly Dataset[] => [...serverDatasets.value.values()].filter(isMoving)

async function poll(): Promise<void> {
  for (const { id } of moving()) {
    const answer = await datasetCalls.get(id)
    if (answer.ok) hear({ type: 'dataset-changed', dataset: answer.value })
  }
}

/**
 * Loads the workspace and keeps it current: by live events, and by polling while disconnected. Resolves when the
 * first load succeeded or failed.
 */
export function followWorkspace(): Promise<void> {
  let isLive = false
  let lastPoll = 0
  addEventListener('online', () => void (workspaceProblem.value && loadWorkspace()))
  const loaded = loadWorkspace()
  void loaded.then(async () => {
    // Not part of what the first page needs.
    const { openLive } = await import('../live/live.ts')
    openLive({
      onEvent: hear,
      onOpen: () => {
        isLive = true
        dashboardNews.reopened()
        void poll()
      },
      onDown: () => (isLive = false),
    })
  })
  setInterval(() => {
    if (moving().length === 0) lastPoll = Date.now()
    else if (Date.now() - lastPoll > (isLive ? pollWhenLiveEvery : pollEvery)) {
      lastPoll = Date.now()
      void poll()
    }
  }, pollEvery)
  return loaded
}
