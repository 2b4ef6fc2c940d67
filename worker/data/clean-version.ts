import { noRecipe, parseRecipe, recipe, type Recipe } from '#core/clean/recipe.ts'
import { z } from 'zod'
import type { CleaningLog } from '#core/clean/log.ts'
import type { Files } from '../adapters/files.ts'
import type { Version } from '../db/datasets.ts'
import type { Store } from '../db/store.ts'
import type { Term, Written } from '../db/write-if.ts'
import type { Caller, Service } from '../service.ts'
import { folderFiles, folderOf } from './folder.ts'
import { roomFor } from './quota.ts'
import { startVersion } from './start-version.ts'

type Means = Service & { readonly store: Store; readonly caller: Pick<Caller, 'workspace'> }

const stored = z.object({ recipe, chain: recipe })

/** A version's recipe, and all steps since the original upload. */
export type StoredRecipe = { readonly recipe: Recipe; readonly chain: Recipe }

/** The recipe of a version; empty for an upload. */
export async function recipeIn(files: Files, version: Version): Promise<StoredRecipe> {
  const text = version.origin === 'recipe' ? await files.text(folderFiles(version.folder).recipe) : null
  return text === null ? { recipe: noRecipe, chain: noRecipe } : stored.parse(JSON.parse(text))
}

/** The cleaning log of a version; null for an upload. */
export async function logIn(files: Files, version: Version): Promise<CleaningLog | null> {
  const text = version.origin === 'recipe' ? await files.text(folderFiles(version.folder).log) : null
  return text === null ? null : (JSON.parse(text) as CleaningLog)
}

type Started = { readonly written: Written; readonly chain: Recipe }

/** Starts a cleaned version, if all terms hold; stores all steps since the upload. */
export async function startCleaning(
  means: Means,
  { base, wanted }: { readonly base: Version; readonly wanted: Recipe },
  terms: readonly Term[] = [],
): Promise<Started> {
  const { files, caller, newId } = means
  const id = newId<'version'>()
  const folder = folderOf(caller.workspace, base.datasetId, id)
  const before = (await recipeIn(files, base)).chain
  const chain: Recipe = { schema: 1, steps: [...before.steps, ...wanted.steps] }
  await files.put(folderFiles(folder).recipe, JSON.stringify({ recipe: wanted, chain } satisfies StoredRecipe))
  const { datasetId, fileName, bytes } = base
  const origin = { origin: 'recipe', basedOnId: base.id } as const
  const version = { id, datasetId, folder, fileName, bytes, ...origin }
  const written = await startVersion(means, version, terms)
  if (written !== 'written') await files.removeFolder(folder)
  return { written, chain }
}

/** Applies a dataset's standing recipe to a new upload; idempotent. */
export async function cleanAsBefore(means: Means, upload: Version): Promise<void> {
  const { store } = means
  const dataset = await store.datasets.find(upload.datasetId)
  if (!dataset?.recipe || upload.origin !== 'upload' || dataset.version.id !== upload.id) return
  const kept = parseRecipe(dataset.recipe)
  const versions = await store.versions.of(upload.datasetId)
  if (!kept.ok || versions.some(({ basedOnId }) => basedOnId === upload.id)) return
  const more = { datasets: 0, bytes: upload.bytes }
  const { written } = await startCleaning(means, { base: upload, wanted: kept.value }, [roomFor(means, more)])
  if (written !== 'written') means.log('warning', 'an upload was not cleaned', { version: upload.id, written })
}
