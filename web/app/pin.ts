import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { sizeFor } from '#core/dashboard/design-dashboard.ts'
import { firstFreePlace } from '#core/dashboard/layout.ts'
import { dashboards as dashboardCalls, type Answered } from '../api.ts'
import { showToast } from '../ui/toast-model.ts'
import { dashboards, loadDashboards } from './workspace.ts'

/** A new tile's edit: the answer's question and chart, at the first free place. */
function pinEdit({ tiles }: Dashboard, { reading, chart }: Answered, id: string) {
  const place = firstFreePlace(tiles, sizeFor(chart.type))
  const tile = { id, title: reading.title, place, query: reading.query, chart }
  return { type: 'add-tile' as const, payload: { tile } }
}

/** The dashboard of a dataset: the one there is, or one designed now. */
export async function dashboardOf(dataset: string): Promise<string | null> {
  if (dashboards.value === null) await loadDashboards()
  const known = dashboards.value?.filter((entry) => entry.dataset === dataset).at(-1)
  if (known) return known.id
  const made = await dashboardCalls.create(dataset)
  if (!made.ok) return null
  await loadDashboards()
  return made.value.id
}

/** Puts an answer on its dataset's dashboard. */
export async function pinAnswer(dataset: string, answer: Answered, open: (url: string) => void): Promise<boolean> {
  const id = await dashboardOf(dataset)
  const record = id === null ? null : await dashboardCalls.get(id)
  if (!id || !record?.ok) {
    showToast('The dashboard could not be reached. Try again in a moment.')
    return false
  }
  const { document } = record.value
  const saved = await dashboardCalls.edit(id, document.version, [pinEdit(document, answer, crypto.randomUUID())])
  if (saved.ok) showToast(`Pinned to “${document.title}”.`, { text: 'Open', run: () => open(`/dashboards/${id}`) })
  else showToast(`${saved.error.message} ${saved.error.hint}`)
  return saved.ok
}
