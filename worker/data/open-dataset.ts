import { modelFor } from '#core/access/model-for.ts'
import type { Principal } from '#core/access/principal.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { fail, type Failure } from '#core/errors.ts'
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

/** What reading a dataset needs: the store of one workspace, the files, and as whom it is read. */
export type Reader = {
  readonly store: Pick<Store, 'datasets' | 'models' | 'deleted'>
  readonly files: Files
  readonly principal: Principal
}

/** A dataset with its profile, the model that its data tells, and what people decided about that. */
export type ReadDataset = {
  readonly dataset: Dataset
  readonly profile: Profile
  readonly generated: SemanticModel
  readonly decided: StoredModel | null
}

/** A dataset that has been read, with what is known of it. */
export type OpenDataset = ReadDataset & {
  readonly principal: Principal
  /** What it means to whoever asks. */
  readonly model: SemanticModel
  /** All that it means, and who sees what of it. For deciding what is answered, and never to be told. */
  readonly whole: SemanticModel
}

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

function generatedOf({ id, name }: Dataset, profile: Profile): SemanticModel {
  const known = models.get(profile) ?? new Map<string, SemanticModel>()
  models.set(profile, known)
  const key = `${id} ${name}`
  const model = known.get(key) ?? generateModel({ dataset: id, name }, profile)
  if (known.size < kept) known.set(key, model)
  return model
}

/** The dataset of this id in the workspace, or why it cannot be asked anything. */
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

/** The datasets that relationships lead to, as far as they are here and ready. */
export async function relatedTo(
  reader: Pick<Reader, 'store' | 'files'>,
  relationships: readonly { readonly dataset: string }[],
): Promise<readonly Related[]> {
  const ids = [...new Set(relationships.map(({ dataset }) => dataset))]
  const read = await Promise.all(ids.map((id) => readDataset(reader, id)))
  return read.flatMap((each) => (each.ok ? [relatedOf(each.value.generated, each.value.profile)] : []))
}

const applied = new WeakMap<SemanticModel, { readonly key: string; readonly model: SemanticModel }>()

/** A document applied is kept while neither it, its data, nor what it is related to changes. */
function wholeOf({ generated, decided }: ReadDataset, related: readonly Related[]): SemanticModel {
  if (decided === null) return generated
  const known = applied.get(generated)
  const key = `${decided.number} ${related.map(({ dataset, columns }) => `${dataset} ${columns.length}`).join()}`
  if (known?.key === key && related.length === 0) return known.model
  const model = applyDocument(generated, decided.document, { related, version: decided.number })
  applied.set(generated, { key, model })
  return model
}

/** The dataset of this id in the workspace as its reader may know it, or why it cannot be asked anything. */
export async function openDataset(reader: Reader, id: string): Promise<Result<OpenDataset, Failure>> {
  const read = await readDataset(reader, id)
  if (!read.ok) return read
  const { relationships } = read.value.decided?.document ?? noDecisions
  const whole = wholeOf(read.value, await relatedTo(reader, relationships))
  const { principal } = reader
  return ok({ ...read.value, principal, whole, model: modelFor(whole, principal) })
}

/** May whoever asks have all of a dataset, whether it is ready or not? */
export async function maySeeAll(
  { store, principal }: Pick<Reader, 'store' | 'principal'>,
  { id, model }: Pick<Dataset, 'id' | 'model'>,
): Promise<boolean> {
  if (principal.role === 'owner' || model === 0) return true
  const decided = await store.models.current(id)
  return mayReadWhole({ access: accessOf(decided?.document ?? noDecisions) }, principal)
}

/** The dataset of this id, for what is told of all of it: refused to whoever sees a part. */
export async function findWhole(
  reader: Pick<Reader, 'store' | 'principal'>,
  id: string,
): Promise<Result<Dataset, Failure>> {
  const dataset = await reader.store.datasets.find(id)
  if (!dataset) return fail('dataset/not-found')
  return (await maySeeAll(reader, dataset)) ? ok(dataset) : fail('access/part-only', { name: dataset.name })
}

/** As `openDataset`, for what is told of all of it. */
export async function openWhole(reader: Reader, id: string): Promise<Result<OpenDataset, Failure>> {
  const found = await findWhole(reader, id)
  return found.ok ? openDataset(reader, id) : found
}

/** The rows of a version, read from R2 as an engine asks for them. */
export async function rowsIn(files: Files, folder: string): Promise<Result<Source>> {
  const file = await files.source(folderFiles(folder).data)
  if (!file) throw new Error(`The data in ${folder} is gone`)
  return parquetSource(file)
}

/** The rows of an open dataset, of its current version. */
export const sourceOf = (files: Files, { dataset }: Pick<ReadDataset, 'dataset'>): Promise<Result<Source>> =>
  rowsIn(files, dataset.version.folder)
