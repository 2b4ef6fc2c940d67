import { computed, signal } from '@preact/signals'
import type { LiveEvent } from '#core/live/live-event.ts'
import { dashboards as dashboardCalls, datasets as datasetCalls, type DashboardSummary, type Dataset } from '../api.ts'
import { createDashboardNews } from '../live/dashboard-news.ts'
import { localDatasets, localDataset, removeLocal } from '../local/local-datasets.ts'
import type { Problem } from '../transport.ts'

const moves = (status: Dataset['status']): boolean => status === 'pending' || status === 'processing'
const isMoving = ({ status, next }: Dataset): boolean => moves(status) || (next !== null && moves(next.status))
const newestFirst = (a: { createdAt: string }, b: { createdAt: string }): number =>
  b.createdAt.localeCompare(a.createdAt)

const order = { pending: 0, processing: 1, failed: 2, ready: 2 } as const

/** A response may arrive after a newer live event; only a failed dataset may return to an earlier state. */
const isStale = ({ status, updatedAt }: Dataset, known: Dataset | null): boolean =>
  known !== null && (updatedAt < known.updatedAt || (known.status !== 'failed' && order[status] < order[known.status]))

/** True if the server has a newer version than the local one, or an edited model. */
function isSuperseded({ id, status, processedAt, model }: Dataset): boolean {
  const servedAt = localDataset(id)?.servedAt.value ?? null
  return servedAt !== null && status === 'ready' && (processedAt !== servedAt || model > 0)
}

/** True if the dataset exists only in this browser, because the server lacks its changes. */
export const isOnlyHere = (id: string): boolean => localDataset(id)?.isServed.value === false

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

/** What is known of a workspace. */
function createLists() {
  /** The workspace's datasets as listed; null until loaded. */
  const datasets = signal<readonly Dataset[] | null>(null)
  const dashboards = signal<readonly DashboardSummary[] | null>(null)
  /** Why the lists could not be loaded. */
  const problem = signal<Problem | null>(null)
  /** The server's last state of each dataset; a local dataset may be further along. */
  const serverDatasets = signal<ReadonlyMap<string, Dataset>>(new Map())
  /** The dataset on the first page: the workspace's sample, or else the newest ready one. */
  const featured = computed(() => {
    const ready = (datasets.value ?? []).filter(({ status }) => status === 'ready')
    return ready.find((dataset) => dataset.sample) ?? ready[0] ?? null
  })
  /** False once it is known that there is nothing to show: an empty workspace, or no response. */
  const hasFeatured = computed(() => featured.value !== null || (datasets.value === null && problem.value === null))
  /** True if the server has this dataset. */
  const isOnServer = (id: string): boolean => serverDatasets.value.has(id)
  return {
    datasets,
    dashboards,
    problem,
    serverDatasets,
    featured,
    hasFeatured,
    isOnServer,
    /** The dataset of this id, in its last known state. */
    datasetOf: (id: string): Dataset | null =>
      datasets.value?.find((dataset) => dataset.id === id) ?? localDataset(id)?.dataset.value ?? null,
    /** True if the server has read the dataset; only then it has versions and descriptions. */
    isServed: (id: string): boolean => isOnServer(id) && !isOnlyHere(id),
  }
}

/** The datasets and dashboards of a workspace, as the server and this browser have them. */
export function createWorkspace() {
  const lists = createLists()
  const { datasets, dashboards, serverDatasets } = lists

  /** Shows a dataset in the lists. */
  function showDataset(dataset: Dataset): void {
    const others = (datasets.value ?? []).filter(({ id }) => id !== dataset.id)
    datasets.value = [...others, dataset].sort(newestFirst)
  }

  return {
    ...lists,
    /** What others do to the dashboards on the screen. */
    dashboardNews: createDashboardNews(),
    showDataset,
    /** Applies a new or changed dataset from the server. */
    takeDataset(dataset: Dataset): void {
      const { id } = dataset
      if (isStale(dataset, serverDatasets.value.get(id) ?? null)) return
      serverDatasets.value = new Map(serverDatasets.value).set(id, dataset)
      if (isSuperseded(dataset)) removeLocal(id)
      if (!isOnlyHere(id)) showDataset(dataset)
    },
    /** Applies the server's full list. */
    takeAll(list: readonly Dataset[]): void {
      serverDatasets.value = new Map(list.map((dataset) => [dataset.id, dataset]))
      for (const dataset of list) if (isSuperseded(dataset)) removeLocal(dataset.id)
    },
    /** Shows a dashboard in the lists. */
    showDashboard: (entry: DashboardSummary): void =>
      void (dashboards.value = [...(dashboards.value ?? []).filter(({ id }) => id !== entry.id), entry]),
    /** Shows a dashboard's new title before the server lists it. */
    takeTitle: (id: string, title: string): void =>
      void (dashboards.value = (dashboards.value ?? []).map((entry) =>
        entry.id === id ? { ...entry, title } : entry,
      )),
    /** A dataset that became ready may have brought dashboards. */
    async loadDashboards(): Promise<void> {
      const listed = await dashboardCalls.list()
      if (listed.ok) dashboards.value = withLocalDashboards(listed.value)
    },
    /** Removes a dataset that the server no longer has. */
    forget(id: string): void {
      removeLocal(id)
      const rest = new Map(serverDatasets.value)
      rest.delete(id)
      serverDatasets.value = rest
      datasets.value = (datasets.value ?? []).filter((dataset) => dataset.id !== id)
      dashboards.value = (dashboards.value ?? []).filter(({ dataset }) => dataset !== id)
    },
  }
}
export type Workspace = ReturnType<typeof createWorkspace>

/** Reloads both lists. */
async function loadWorkspace(workspace: Workspace): Promise<void> {
  const { datasets, dashboards, problem } = workspace
  const [first, second] = await Promise.all([datasetCalls.list(), dashboardCalls.list()])
  problem.value = first.ok ? (second.ok ? null : second.error) : first.error
  if (first.ok) workspace.takeAll(first.value)
  if (first.ok || localDatasets.value.size > 0)
    datasets.value = withLocal(first.ok ? first.value : (datasets.value ?? []))
  if (second.ok || localDatasets.value.size > 0)
    dashboards.value = withLocalDashboards(second.ok ? second.value : (dashboards.value ?? []))
}

const pollEvery = 1200
/** Milliseconds between polls while the live socket is connected, to catch missed events. */
const pollWhenLiveEvery = 6000

/**
 * Loads the workspace and keeps it current: by live events, and by polling while disconnected. Resolves when the
 * first load succeeded or failed.
 */
export function followWorkspace(workspace: Workspace): Promise<void> {
  const { serverDatasets, dashboardNews, problem } = workspace
  let isLive = false
  let wasLive = false
  let lastPoll = 0
  const moving = (): readonly Dataset[] => [...serverDatasets.value.values()].filter(isMoving)

  function hear(event: LiveEvent): void {
    if (event.type === 'dataset-removed') return workspace.forget(event.id)
    if (event.type === 'dashboard-changed') return dashboardNews.changed(event.id, event.version)
    if (event.type === 'dataset-touched') return void take(event.id)
    if (event.type === 'look-again') return void loadWorkspace(workspace)
    const { dataset } = event
    const before = serverDatasets.value.get(dataset.id)
    workspace.takeDataset(dataset)
    if (dataset.status === 'ready' && before?.status !== 'ready') void workspace.loadDashboards()
  }

  async function take(id: string): Promise<void> {
    const answer = await datasetCalls.get(id)
    if (answer.ok) hear({ type: 'dataset-changed', dataset: answer.value })
  }

  async function poll(): Promise<void> {
    for (const { id } of moving()) await take(id)
  }

  addEventListener('online', () => void (problem.value && loadWorkspace(workspace)))
  const loaded = loadWorkspace(workspace)
  void loaded.then(async () => {
    // Not part of what the first page needs.
    const { openLive } = await import('../live/live.ts')
    openLive({
      onEvent: hear,
      onOpen: () => {
        // What a line that was down has missed may also be a change of what this person sees.
        if (wasLive) void loadWorkspace(workspace)
        isLive = wasLive = true
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
