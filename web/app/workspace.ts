import { computed, signal } from '@preact/signals'
import { dashboards as dashboardCalls, datasets as datasetCalls, type DashboardSummary, type Dataset } from '../api.ts'
import { openLive, type LiveMessage } from '../live/live.ts'
import type { Problem } from '../transport.ts'

const pollEvery = 1200
/** With the live line up, a look now and then is enough to notice what it lost. */
const pollWhenLiveEvery = 6000

/** Everything of this workspace that the sidebar lists; null until loaded. */
export const datasets = signal<readonly Dataset[] | null>(null)
export const dashboards = signal<readonly DashboardSummary[] | null>(null)
export const workspaceProblem = signal<Problem | null>(null)

const isMoving = ({ status }: Dataset): boolean => status === 'pending' || status === 'processing'
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

/** The dataset by this id, as last heard. */
export const datasetOf = (id: string): Dataset | null => datasets.value?.find((dataset) => dataset.id === id) ?? null

const order = { pending: 0, processing: 1, failed: 2, ready: 2 } as const

/** An answer may come in after the live line has said more; only a failed dataset begins again. */
const isStale = ({ status }: Dataset, known: Dataset | null): boolean =>
  known !== null && known.status !== 'failed' && order[status] < order[known.status]

/** Takes in what is known of a dataset, new or changed. */
export function takeDataset(dataset: Dataset): void {
  if (isStale(dataset, datasetOf(dataset.id))) return
  const others = (datasets.value ?? []).filter(({ id }) => id !== dataset.id)
  datasets.value = [...others, dataset].sort(newestFirst)
}

/** A dashboard's new title, before the server lists it. */
export function takeTitle(id: string, title: string): void {
  dashboards.value = (dashboards.value ?? []).map((entry) => (entry.id === id ? { ...entry, title } : entry))
}

/** Asks for both lists anew. */
async function loadWorkspace(): Promise<void> {
  const [first, second] = await Promise.all([datasetCalls.list(), dashboardCalls.list()])
  workspaceProblem.value = first.ok ? (second.ok ? null : second.error) : first.error
  if (first.ok) datasets.value = [...first.value].sort(newestFirst)
  if (second.ok) dashboards.value = second.value
}

/** Dashboards may have come with a dataset that has just become ready. */
export async function loadDashboards(): Promise<void> {
  const listed = await dashboardCalls.list()
  if (listed.ok) dashboards.value = listed.value
}

function heard(message: LiveMessage): void {
  if (message.type === 'dataset-removed') {
    datasets.value = (datasets.value ?? []).filter(({ id }) => id !== message['id'])
    dashboards.value = (dashboards.value ?? []).filter(({ dataset }) => dataset !== message['id'])
  }
  if (message.type !== 'dataset-changed') return
  const change = message['dataset'] as Dataset
  const before = datasetOf(change.id)
  takeDataset({ ...before, ...change })
  if (change.status === 'ready' && before?.status !== 'ready') void loadDashboards()
}

async function poll(): Promise<void> {
  for (const { id } of (datasets.value ?? []).filter(isMoving)) {
    const answer = await datasetCalls.get(id)
    if (answer.ok) heard({ type: 'dataset-changed', dataset: answer.value })
  }
}

/** Loads the workspace and keeps it true: by the live line, and by asking while the line is down. */
export function followWorkspace(): void {
  let isLive = false
  let lastPoll = 0
  addEventListener('online', () => void (workspaceProblem.value && loadWorkspace()))
  void loadWorkspace().then(() =>
    openLive({
      onMessage: heard,
      onOpen: () => {
        isLive = true
        void poll()
      },
      onDown: () => (isLive = false),
    }),
  )
  setInterval(() => {
    if (!datasets.value?.some(isMoving)) lastPoll = Date.now()
    else if (Date.now() - lastPoll > (isLive ? pollWhenLiveEvery : pollEvery)) {
      lastPoll = Date.now()
      void poll()
    }
  }, pollEvery)
}
