import { modelFor } from '#core/access/model-for.ts'
import { type Principal, principalOn, seesEverything } from '#core/access/principal.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { fail, type Failure } from '#core/errors.ts'
import { createMemoryCache, type MemoryCache } from '#core/memory-cache.ts'
import type { Profile } from '#core/profile/profile.ts'
import { ok, type Result } from '#core/result.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import { accessOf } from '#core/semantic/model/access-of.ts'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import { noDecisions } from '#core/semantic/model/model-document.ts'
import { type Related, relatedOf } from '#core/semantic/model/related.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Dataset } from '../db/datasets.ts'
import type { StoredModel } from '../db/models.ts'
import type { Store } from '../db/store.ts'
import type { Files } from '../adapters/files.ts'
import { folderFiles } from './folder.ts'

/** Access to datasets: the store of one workspace, the files, and a principal. */
export type Reader = {
  readonly store: Pick<Store, 'datasets' | 'models' | 'deleted'>
  readonly files: Files
  readonly principal: Principal
}

/** A dataset with its profile, generated model and model document. */
export type ReadDataset = {
  readonly dataset: Dataset
  readonly profile: Profile
  readonly generated: SemanticModel
  readonly decided: StoredModel | null
}

/** A dataset opened for a principal. */
export type OpenDataset = ReadDataset & {
  /** Whoever asks, by their role on this dataset. */
  readonly principal: Principal
  /** Whoever asks, by their role in the workspace. */
  readonly asker: Principal
  /** The model as the principal may see it. */
  readonly model: SemanticModel
  /** The full model with access rules. For decisions only; never sent to a client. */
  readonly whole: SemanticModel
}

/** Profiles kept, and generated models of each. */
const kept = 16
const profiles = createMemoryCache<string, Profile>({ total: kept })

/** Profiles are immutable, so the isolate caches the last few. */
export async function profileIn(files: Files, folder: string): Promise<Profile> {
  const known = profiles.get(folder)
  if (known) return known
  const text = await files.text(folderFiles(folder).profile)
  if (text === null) throw new Error(`The profile in ${folder} is gone`)
  const profile = JSON.parse(text) as Profile
  profiles.set(folder, profile)
  return profile
}

const models = new WeakMap<Profile, MemoryCache<string, SemanticModel>>()

function generatedOf({ id, name }: Dataset, profile: Profile): SemanticModel {
  const known = models.get(profile) ?? createMemoryCache<string, SemanticModel>({ total: kept })
  models.set(profile, known)
  const key = `${id} ${name}`
  const model = known.get(key) ?? generateModel({ dataset: id, name }, profile)
  known.set(key, model)
  return model
}

/** Reads a dataset of the workspace, or fails with the reason. */
export async function readDataset(
  { store, files }: Pick<Reader, 'store' | 'files'>,
  id: string,
): Promise<Result<ReadDataset, Failure>> {
  const dataset = await store.datasets.find(id)
  if (!dataset) return fail('dataset/not-found')
  const { name, version } = dataset
  if (version.status === 'failed') return fail('dataset/failed', { name })
  if (version.status !== 'ready') return fail('dataset/not-ready', { name })
  const [profile, decided] = await Promise.all([
    profileIn(files, version.folder),
    dataset.model === 0 ? undefined : store.models.current(id),
  ])
  return ok({ dataset, profile, generated: generatedOf(dataset, profile), decided: decided ?? null })
}

/** The ready datasets that relationships lead to. */
export async function relatedTo(
  reader: Pick<Reader, 'store' | 'files'>,
  relationships: readonly { readonly dataset: string }[],
): Promise<readonly Related[]> {
  const ids = [...new Set(relationships.map(({ dataset }) => dataset))]
  const read = await Promise.all(ids.map((id) => readDataset(reader, id)))
  return read.flatMap((each) => (each.ok ? [relatedOf(each.value.generated, each.value.profile)] : []))
}

const applied = new WeakMap<SemanticModel, { readonly key: string; readonly model: SemanticModel }>()

/** Cached until the document, the data or a related dataset changes. */
function wholeOf({ generated, decided }: ReadDataset, related: readonly Related[]): SemanticModel {
  if (decided === null) return generated
  const known = applied.get(generated)
  const key = `${decided.number} ${related.map(({ dataset, columns }) => `${dataset} ${columns.length}`).join()}`
  if (known?.key === key && related.length === 0) return known.model
  const model = applyDocument(generated, decided.document, { related, version: decided.number })
  applied.set(generated, { key, model })
  return model
}

/** Opens a dataset for the reader's principal, or fails with the reason. */
export async function openDataset(reader: Reader, id: string): Promise<Result<OpenDataset, Failure>> {
  const read = await readDataset(reader, id)
  if (!read.ok) return read
  const { relationships } = read.value.decided?.document ?? noDecisions
  const whole = wholeOf(read.value, await relatedTo(reader, relationships))
  const principal = principalOn(reader.principal, read.value.dataset.role)
  return ok({ ...read.value, principal, asker: reader.principal, whole, model: modelFor(whole, principal) })
}

/** True if the principal may read the whole dataset, ready or not. */
export async function maySeeAll(
  { store, principal: who }: Pick<Reader, 'store' | 'principal'>,
  { id, model, role }: Pick<Dataset, 'id' | 'model' | 'role'>,
): Promise<boolean> {
  const principal = principalOn(who, role)
  if (seesEverything(principal) || model === 0) return true
  const decided = await store.models.current(id)
  return mayReadWhole({ access: accessOf(decided?.document ?? noDecisions) }, principal)
}

/** Finds a dataset for whole access; refuses principals who see a part. */
export async function findWhole(
  reader: Pick<Reader, 'store' | 'principal'>,
  id: string,
): Promise<Result<Dataset, Failure>> {
  const dataset = await reader.store.datasets.find(id)
  if (!dataset) return fail('dataset/not-found')
  return (await maySeeAll(reader, dataset)) ? ok(dataset) : fail('access/part-only', { name: dataset.name })
}

/** Like `openDataset`, for whole access. */
export async function openWhole(reader: Reader, id: string): Promise<Result<OpenDataset, Failure>> {
  const found = await findWhole(reader, id)
  return found.ok ? openDataset(reader, id) : found
}

/** The rows of a version, read from R2 on demand. */
export async function rowsIn(files: Files, folder: string): Promise<Result<Source>> {
  const file = await files.source(folderFiles(folder).data)
  if (!file) throw new Error(`The data in ${folder} is gone`)
  return parquetSource(file)
}

/** The rows of an open dataset's current version. */
export const sourceOf = (files: Files, { dataset }: Pick<ReadDataset, 'dataset'>): Promise<Result<Source>> =>
  rowsIn(files, dataset.version.folder)
