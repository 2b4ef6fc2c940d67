import type { Dashboard, Tile } from '#core/dashboard/dashboard.ts'
import { sizeFor } from '#core/dashboard/design-dashboard.ts'
import { firstFreePlace } from '#core/dashboard/layout.ts'
import type { WireAnswered } from '#core/wire/answer.ts'
import { onceFor } from '#core/once-for.ts'
import { dashboards as dashboardCalls } from '../api.ts'
import { localDataset } from '../local/local-datasets.ts'
import type { Outcome } from '../transport.ts'
import { showToast } from '../ui/toast-model.ts'
import { dashboardClient } from './clients.ts'
import type { Services } from './services.ts'
import { ownDashboard } from './workspace.ts'

/** Query, chart and title of a new tile. */
export type NewTile = Pick<Tile, 'title' | 'query' | 'chart'>

/** The edit that adds a tile at the first free place. */
function pinEdit(tiles: Dashboard['tiles'], asked: NewTile, id: string) {
  const tile = { ...asked, id, place: firstFreePlace(tiles, sizeFor(asked.chart?.type ?? null)) }
  return { type: 'add-tile' as const, payload: { tile } }
}

async function findOrDesign({ workspace }: Services, dataset: string): Promise<Outcome<string>> {
  const { dashboards, loadDashboards } = workspace
  const local = localDataset(dataset)
  if (local?.localDashboard()?.document.value) return { ok: true, value: local.dashboard }
  const listed = ownDashboard(dashboards.value ?? [], dataset)
  if (listed) return { ok: true, value: listed.id }
  // The list may be stale, for example after a restore; check again before a second dashboard is created.
  await loadDashboards()
  const known = ownDashboard(dashboards.value ?? [], dataset)
  if (known) return { ok: true, value: known.id }
  const made = await dashboardCalls.create(dataset)
  if (!made.ok) return made
  await loadDashboards()
  return { ok: true, value: made.value.id }
}

const findingOf = onceFor<Services, Map<string, Promise<Outcome<string>>>>(() => new Map())

/** The dashboard of a dataset, designed if there is none; concurrent calls share one. */
export function dashboardOf(services: Services, dataset: string): Promise<Outcome<string>> {
  const finding = findingOf(services)
  const begun = finding.get(dataset) ?? findOrDesign(services, dataset).finally(() => finding.delete(dataset))
  finding.set(dataset, begun)
  return begun
}

type Pinned = { readonly id: string; readonly title: string }

async function pin(services: Services, dataset: string, asked: NewTile): Promise<Outcome<Pinned>> {
  const id = await dashboardOf(services, dataset)
  if (!id.ok) return id
  const record = await dashboardClient(services, id.value).get()
  if (!record.ok) return record
  const { version, title, tiles } = record.value.document
  const saved = await dashboardClient(services, id.value).edit(version, [pinEdit(tiles, asked, crypto.randomUUID())])
  return saved.ok ? { ok: true, value: { id: id.value, title } } : saved
}

/** The last pin; calls run in sequence. */
const pinningOf = onceFor<Services, { last: Promise<unknown> }>(() => ({ last: Promise.resolve() }))

/** Resolves when all pins are saved. */
export const pinsSettled = (services: Services): Promise<unknown> => pinningOf(services).last

/** Adds a Query to its dataset's dashboard; calls run in sequence. */
export async function pinTile(
  services: Services,
  dataset: string,
  asked: NewTile,
  open: (url: string) => void,
): Promise<boolean> {
  const pinning = pinningOf(services)
  const mine = pinning.last.then(() => pin(services, dataset, asked))
  pinning.last = mine.catch(() => null)
  const pinned = await mine
  if (pinned.ok) {
    const { id, title } = pinned.value
    showToast(`Pinned to “${title}”.`, { text: 'Open', run: () => open(`/dashboards/${id}`) })
  } else showToast(`${pinned.error.message} ${pinned.error.hint}`)
  return pinned.ok
}

/** Like `pinTile`, for an answer. */
export const pinAnswer = (
  services: Services,
  dataset: string,
  { reading, chart }: WireAnswered,
  open: (url: string) => void,
): Promise<boolean> => pinTile(services, dataset, { title: reading.title, query: reading.query, chart }, open)
