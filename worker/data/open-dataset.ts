import { fail, type Failure } from '#core/errors.ts'
import type { Profile } from '#core/profile/profile.ts'
import { ok, type Result } from '#core/result.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Dataset } from '../db/datasets.ts'
import type { Store } from '../db/store.ts'
import type { Files } from '../adapters/files.ts'
import { folderFiles } from './folder.ts'

/** What reading a dataset needs: the store of one workspace, and the files. */
export type Reader = { readonly store: Pick<Store, 'datasets'>; readonly files: Files }

/** A dataset that has been read, with what is known of it. */
export type OpenDataset = { readonly dataset: Dataset; readonly profile: Profile; readonly model: SemanticModel }

const kept = 16
const profiles = new Map<string, Profile>()

/** Profiles never change once written, so the isolate keeps the last few. */
export async function profileIn(files: Files, folder: string): Promise<Profile> {
  const known = profiles.get(folder)
  if (known) return known
  const text = await files.text(folderFiles(folder).profile)
  if (text === null) throw new Error(`The profile in ${folder} is gone`)
  const profile = JSON.parse(text) as Profile
  const [oldest] = profiles.keys()
  if (profiles.size >= kept && oldest !== undefined) profiles.delete(oldest)
  profiles.set(folder, profile)
  return profile
}

const models = new WeakMap<Profile, Map<string, SemanticModel>>()

function modelOf({ id, name }: Dataset, profile: Profile): SemanticModel {
  const known = models.get(profile) ?? new Map<string, SemanticModel>()
  models.set(profile, known)
  const key = `${id} ${name}`
  const model = known.get(key) ?? generateModel({ dataset: id, name }, profile)
  if (known.size < kept) known.set(key, model)
  return model
}

/** The dataset of this id in the workspace, or why it cannot be asked anything. */
export async function openDataset({ store, files }: Reader, id: string): Promise<Result<OpenDataset, Failure>> {
  const dataset = await store.datasets.find(id)
  if (!dataset) return fail('dataset/not-found')
  const { name, version } = dataset
  if (version.status === 'failed') return fail('dataset/failed', { name })
  if (version.status !== 'ready') return fail('dataset/not-ready', { name })
  const profile = await profileIn(files, version.folder)
  return ok({ dataset, profile, model: modelOf(dataset, profile) })
}

/** The rows of an open dataset, read from R2 as an engine asks for them. */
export async function sourceOf(files: Files, { dataset }: OpenDataset): Promise<Result<Source>> {
  const file = await files.source(folderFiles(dataset.version.folder).data)
  if (!file) throw new Error(`The data in ${dataset.version.folder} is gone`)
  return parquetSource(file)
}
