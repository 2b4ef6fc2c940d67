import { effect } from '@preact/signals'
import { onceFor } from '#core/once-for.ts'
import { dashboards as dashboardCalls, datasets as datasetCalls } from '../api.ts'
import { addressOfRows } from '../engine/file-at.ts'
import { copyStore } from '../local/copy-store.ts'
import { createDeviceCopies } from '../local/device-copies.ts'
import { store } from '../local/store.ts'
import { readFile, sizeOf } from '../transport.ts'
import { correctionsOf } from './corrections.ts'
import type { Services } from './services.ts'
import { ownDashboard } from './workspace.ts'

/** The datasets of the server that are copied to this device. */
export const deviceCopies = onceFor((services: Services) => {
  const { engine, session, workspace } = services
  return createDeviceCopies({
    entryOf: (id) => workspace.serverDatasets.value.get(id) ?? null,
    server: {
      model: datasetCalls.model,
      profile: datasetCalls.profile,
      size: (id) => sizeOf(addressOfRows(id)),
      rows: (id) => readFile(addressOfRows(id), () => undefined),
    },
    async dashboard(id) {
      const own = ownDashboard(workspace.dashboards.value ?? [], id)
      const found = own && (await dashboardCalls.get(own.id))
      return found?.ok ? found.value : null
    },
    async readHere({ id, processedAt, model }) {
      const record = await store.find(id)
      return record?.read && record.servedAt === processedAt && model === 0
        ? { rows: record.read.parquet, model: record.read.model, profile: record.read.profile }
        : null
    },
    store: copyStore,
    engine,
    corrections: (id) => correctionsOf(services)(id).current(),
    owner: () => session.account.value?.id ?? null,
    now: () => new Date(),
  })
})

/** Deletes copies as soon as the server says something else; begun once its list has loaded. */
const followServer = onceFor((services: Services) => {
  const { problem, serverDatasets } = services.workspace
  return effect(() => {
    const isKnown = problem.value === null && serverDatasets.value !== null
    if (isKnown) queueMicrotask(() => void deviceCopies(services).dropStale())
  })
})

/** Copies a dataset whose page is open. */
export async function keepCopy(services: Services, id: string): Promise<void> {
  await deviceCopies(services).keep(id)
  followServer(services)
}

/** Shows the copies of earlier visits where the server cannot be reached, once its list has loaded or failed to. */
export async function restoreCopies(services: Services, loaded: Promise<unknown>): Promise<void> {
  const { problem, serverDatasets, takeDataset, showDashboard } = services.workspace
  const records = await deviceCopies(services).restore()
  await loaded
  if (problem.value?.status === 0)
    for (const { dataset, dashboard } of records) {
      if (serverDatasets.value.has(dataset.id)) continue
      takeDataset(dataset)
      if (dashboard) showDashboard(dashboard)
    }
  followServer(services)
}
