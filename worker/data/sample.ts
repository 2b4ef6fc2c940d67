import { z } from 'zod'
import { recencyOf } from '#core/catalog/freshness.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import type { Id } from '#core/ids.ts'
import type { Profile } from '#core/profile/profile.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Service } from '../service.ts'
import { folderFiles } from './folder.ts'
import { everything } from '../db/standing.ts'

const about = z.object({
  name: z.string(),
  description: z.string(),
  fileName: z.string().default('sample.csv'),
  bytes: z.number().default(0),
  version: z.string().default('1'),
})
type Sample = z.infer<typeof about> & { readonly folder: string; readonly profile: Profile }

let known: Sample | null = null

/** Copies the sample's built files to R2, once for all workspaces. */
async function copyFiles({ assets, files }: Service, folder: string): Promise<Profile> {
  const [profile, data] = await Promise.all([assets.read('/sample/profile.json'), assets.read('/sample/data.parquet')])
  if (!profile || !data) throw new Error('The sample dataset has not been built')
  const text = await profile.text()
  if ((await files.size(folderFiles(folder).profile)) === null) {
    await files.put(folderFiles(folder).data, await data.arrayBuffer())
    await files.put(folderFiles(folder).profile, text)
  }
  return JSON.parse(text) as Profile
}

async function loadSample(service: Service): Promise<Sample> {
  if (known) return known
  const meta = await service.assets.read('/sample/meta.json')
  if (!meta) throw new Error('The sample dataset has not been built')
  const told = about.parse(await meta.json())
  const folder = `sample/${told.version}/`
  known = { ...told, folder, profile: await copyFiles(service, folder) }
  return known
}

async function insert(service: Service, workspace: Id<'workspace'>): Promise<void> {
  const sample = await loadSample(service)
  const [now, datasetId, versionId] = [service.now(), service.newId<'dataset'>(), service.newId<'version'>()]
  const { name, description, folder, fileName, bytes, profile } = sample
  const store = service.storeOf(workspace, everything)
  const times = { createdAt: now, updatedAt: now }
  const file = { folder, fileName, bytes }
  const model = generateModel({ dataset: datasetId, name }, profile)
  const { newestAt, cadence } = recencyOf(model, profile)
  const age = { newestAt: newestAt === null ? null : new Date(newestAt), cadence }
  const ready = { status: 'ready', progress: 1, rows: profile.rows, columns: profile.columns.length } as const
  await store.datasets.add({
    dataset: { id: datasetId, name, description, currentVersionId: versionId, isSample: true, ...times },
    version: { ...file, ...ready, ...age, id: versionId, datasetId, number: 1, createdAt: now, processedAt: now },
    work: null,
  })
  const document = designDashboard(model, () => service.newId<'tile'>())
  await store.dashboards.add({ id: service.newId(), datasetId, document, version: document.version, ...times })
}

/** Adds the sample dataset and dashboard to a new workspace. A failure is logged and otherwise ignored. */
export async function addSample(service: Service, workspace: Id<'workspace'>): Promise<void> {
  await insert(service, workspace).catch((error: unknown) => service.log('warning', 'no sample dataset', { error }))
}
