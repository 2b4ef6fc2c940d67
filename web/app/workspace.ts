import { computed, signal } from '@preact/signals'
import { dashboards as dashboardCalls, datasets as datasetCalls, type DashboardSummary, type Dataset } from '../api.ts'
import { openLive, type LiveMessage } from '../live/live.ts'
import { held, heldDataset, letGo } from '../local/held.ts'
import type { Problem } from '../transport.ts'

const pollEvery = 1200
/** With the live line up, a look now and then is enough to notice what it lost. */
const pollWhenLiveEvery = 6000

/** Everything of this workspace that the sidebar lists; null until loaded. */
export const datasets = signal<readonly Dataset[] | null>(null)
export const dashboards = signal<readonly DashboardSummary[] | null>(null)
export const workspaceProblem = signal<Problem | null>(null)

const moves = (status: Dataset['status']): boolean => status === 'pending' || status === 'processing'
const isMoving = ({ status, next }: Dataset): boolean => moves(status) || (next !== null && moves(next.status))
const newestFirst = (a: { createdAt: string }, b: { createdAt: string }): number =>
  b.createdAt.localeCompare(a.createdAt)

/** What the first page shows: the sample that every workspace begins with, or else the newest that is ready. */
export const featured = computed(() => {
  const ready = (datasets.value ?? []).filter(({ status }) => status === 'ready')
  return ready.find((dataset) => dataset.sample) ?? ready[0] ?? null
})

/** False once it is known that there is nothing to show: an empty workspace, or no word from the server. */
export const hasFeatured = computed(
  () => featured.value !== null || (datasets.value === null && workspaceProblem.value === null),
)

/** What the server last said of each dataset; what is shown of one that is held here may be further. */
export const heard = signal<ReadonlyMap<string, Dataset>>(new Map())

/** Does the server know of this dataset? */
export const isHeard = (id: string): boolean => heard.value.has(id)

const listedOf = (id: string): Dataset | null => datasets.value?.find((dataset) => dataset.id === id) ?? null

/** The dataset by this id, as last heard. */
export const datasetOf = (id: string): Dataset | null => listedOf(id) ?? heldDataset(id)?.dataset.value ?? null

/** Datasets that stand as this browser holds them: the server does not have what was done here yet. */
export const isOnlyHere = (id: string): boolean => heldDataset(id)?.isServed.value === false

/** Is it with the server, and read there? Only then it has versions, and words that people wrote. */
export const isServed = (id: string): boolean => isHeard(id) && !isOnlyHere(id)

const order = { pending: 0, processing: 1, failed: 2, ready: 2 } as const

/** An answer may come in after the live line has said more; only a failed dataset begins again. */
const isStale = ({ status, updatedAt }: Dataset, known: Dataset | null): boolean =>
  known !== null && (updatedAt < known.updatedAt || (known.status !== 'failed' && order[status] < order[known.status]))

/** Shows a dataset in the lists. */
export function showDataset(dataset: Dataset): void {
  const others = (datasets.value ?? []).filter(({ id }) => id !== dataset.id)
  datasets.value = [...others, dataset].sort(newestFirst)
}

/** Has the server read another version than the one held here, or have people decided what it means? */
function isSuperseded({ id, status, processedAt, model }: Dataset): boolean {
  const servedAt = heldDataset(id)?.servedAt.value ?? null
  return servedAt !== null && status === 'ready' && (processedAt !== servedAt || model > 0)
}

/** Takes in what the server says of a dataset, new or changed. */
export function takeDataset(dataset: Dataset): void {
  const { id } = dataset
  if (isStale(dataset, heard.value.get(id) ?? null)) return
  heard.value = new Map(heard.value).set(id, dataset)
  if (isSuperseded(dataset)) letGo(id)
  if (!isOnlyHere(id)) showDataset(dataset)
}

/** The dashboard that a dataset shows as its own: the one made first. Lists begin with what was made last. */
export const ownDashboard = (list: readonly DashboardSummary[], dataset: string): DashboardSummary | null =>
  list.findLast((entry) => entry.dataset === dataset) ?? null

/** Dashboards under names of their own: a dataset's entry already leads to the one that bears its name. */
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

/** The server's list, with what it does not have yet. */
function withHeld(list: readonly Dataset[]): readonly Dataset[] {
  const own = [...held.value.values()].filter(({ id }) => isOnlyHere(id)).map(({ dataset }) => dataset.value)
  return [...without(list, own), ...own].sort(newestFirst)
}

/** The same, of the dashboards. */
function withHeldDashboards(list: readonly DashboardSummary[]): readonly DashboardSummary[] {
  const own = [...held.value.values()].flatMap((local) => local.summary.value ?? [])
  return [...list, ...without(own, list)]
}

/** A dashboard's new title, before the server lists it. */
export function takeTitle(id: string, title: string): void {
  dashboards.value = (dashboards.value ?? []).map((entry) => (entry.id === id ? { ...entry, title } : entry))
}

/** Takes in all that the server knows. */
function hearAll(list: readonly Dataset[]): void {
  heard.value = new Map(list.map((dataset) => [dataset.id, dataset]))
  for (const dataset of list) if (isSuperseded(dataset)) letGo(dataset.id)
}

/** Asks for both lists anew. */
async function loadWorkspace(): Promise<void> {
  const [first, second] = await Promise.all([datasetCalls.list(), dashboardCalls.list()])
  workspaceProblem.value = first.ok ? (second.ok ? null : second.error) : first.error
  if (first.ok) hearAll(first.value)
  if (first.ok || held.value.size > 0) datasets.value = withHeld(first.ok ? first.value : (datasets.value ?? []))
  if (second.ok || held.value.size > 0)
    dashboards.value = withHeldDashboards(second.ok ? second.value : (dashboards.value ?? []))
}

/** Dashboards may have come with a dataset that has just become ready. */
export async function loadDashboards(): Promise<void> {
  const listed = await dashboardCalls.list()
  if (listed.ok) dashboards.value = withHeldDashboards(listed.value)
}

function hear(message: LiveMessage): void {
  if (message.type === 'dataset-removed') {
    letGo(String(message['id']))
    const rest = new Map(heard.value)
    rest.delete(String(message['id']))
    heard.value = rest
    datasets.value = (datasets.value ?? []).filter(({ id }) => id !== message['id'])
    dashboards.value = (dashboards.value ?? []).filter(({ dataset }) => dataset !== message['id'])
  }
  if (message.type !== 'dataset-changed') return
  const change = message['dataset'] as Dataset
  const before = heard.value.get(change.id)
  takeDataset({ ...before, ...change })
  if (change.status === 'ready' && before?.status !== 'ready') void loadDashboards()
}

const moving = (): readonly Dataset[] => [...heard.value.values()].filter(isMoving)

async function poll(): Promise<void> {
  for (const { id } of moving()) {
    const answer = await datasetCalls.get(id)
    if (answer.ok) hear({ type: 'dataset-changed', dataset: answer.value })
  }
}

/** Loads the workspace and keeps it true: by the live line, and by asking while the line is down. Resolves when it was loaded, or could not be. */
export function followWorkspace(): Promise<void> {
  let isLive = false
  let lastPoll = 0
  addEventListener('online', () => void (workspaceProblem.value && loadWorkspace()))
  const loaded = loadWorkspace()
  void loaded.then(() =>
    openLive({
      onMessage: hear,
      onOpen: () => {
        isLive = true
        void poll()
      },
      onDown: () => (isLive = false),
    }),
  )
  setInterval(() => {
    if (moving().length === 0) lastPoll = Date.now()
    else if (Date.now() - lastPoll > (isLive ? pollWhenLiveEvery : pollEvery)) {
      lastPoll = Date.now()
      void poll()
    }
  }, pollEvery)
  return loaded
}
