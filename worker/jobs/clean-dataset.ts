import type { CleaningLog } from '#core/clean/log.ts'
import { cleanBudget } from '#core/clean/clean-budget.ts'
import { batchOf, versionRows } from '#core/clean/row-source.ts'
import type { RowSource } from '#core/clean/rows.ts'
import { type SettledRecipe, settleRecipe } from '#core/clean/run-recipe.ts'
import { OverBudget } from '#core/budget.ts'
import { fail, type Failure } from '#core/errors.ts'
import type { Profile } from '#core/profile/profile.ts'
import { Profiler } from '#core/profile/profiler.ts'
import { ok, type Result } from '#core/result.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { createParquetWriter } from '#core/table/parquet-writer.ts'
import type { ObjectWriter } from '../adapters/object-writer.ts'
import { recipeIn } from '../data/clean-version.ts'
import { finishVersion } from '../data/finish-version.ts'
import { folderFiles } from '../data/folder.ts'
import { profileIn } from '../data/open-dataset.ts'
import { giveTurn } from '../data/take-turns.ts'
import type { Version } from '../db/datasets.ts'
import { type MakeDeps, versionJob } from './version-job.ts'

/** Share of the progress for learning; the rest is the final pass. */
const learning = 0.6

type Base = { readonly rows: RowSource; readonly profile: Profile }

async function openBase({ files }: MakeDeps, { folder }: Version): Promise<Result<Base, Failure>> {
  const file = await files.source(folderFiles(folder).data)
  if (!file) throw new Error(`The data in ${folder} is gone`)
  const [profile, source] = await Promise.all([profileIn(files, folder), parquetSource(file)])
  return source.ok ? ok({ rows: versionRows(source.value, profile.columns), profile }) : source
}

/** One pass over the cleaned rows: writes Parquet and computes the profile. */
async function writeCleaned(
  { signal, progress }: MakeDeps,
  { fields, batches }: SettledRecipe,
  { rows, profile }: Base,
  writer: ObjectWriter,
): Promise<Profile> {
  const units = new Map(fields.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit] as const])))
  const grouped = new Set(fields.flatMap(({ name, isGrouped }) => (isGrouped ? [name] : [])))
  const profiler = new Profiler(fields, { units, grouped })
  const budget = cleanBudget(giveTurn)
  const parquet = createParquetWriter(fields, writer.write, { budget })
  let [written, read] = [0, 0]
  for await (const cleaned of batches()) {
    if (signal.aborted) break
    const batch = batchOf(cleaned, written)
    await profiler.addInTurns(batch, budget)
    await parquet.append(batch.table)
    written += cleaned.count
    read = Math.max(read, (cleaned.origins.at(-1) ?? 0) + 1)
    progress(learning + (1 - learning) * (read / Math.max(1, rows.rows)))
  }
  await parquet.finish()
  return profiler.finishInTurns(profile.ingest, budget)
}

type Cleaned = { readonly profile: Profile; readonly log: CleaningLog }

async function cleanInto(
  deps: MakeDeps,
  settled: SettledRecipe,
  base: Base,
  writer: ObjectWriter,
): Promise<Result<Cleaned, Failure>> {
  try {
    const profile = await writeCleaned(deps, settled, base, writer)
    const refused = deps.signal.aborted ? deps.stopped : profile.rows === 0 ? fail('clean/no-rows-left') : null
    await (refused ? writer.abort() : writer.finish())
    return refused ?? ok({ profile, log: settled.log() })
  } catch (error) {
    await writer.abort()
    if (error instanceof OverBudget) return { ok: false, error: error.failure }
    throw error
  }
}

async function make(deps: MakeDeps, version: Version): Promise<Result<null, Failure>> {
  const { store, files, signal, progress } = deps
  const base = version.basedOnId === null ? undefined : await store.versions.find(version.basedOnId)
  if (!base) return fail('version/not-found')
  const [opened, { recipe }] = [await openBase(deps, base), await recipeIn(files, version)]
  if (!opened.ok) return opened
  progress(0)
  const settled = await settleRecipe(recipe, opened.value.rows, {
    signal,
    budget: cleanBudget(giveTurn),
    progress: (fraction) => progress(fraction * learning),
  })
  if (!settled.ok) return settled
  if (settled.value.fitting === 0) return fail('clean/changes-nothing')
  const cleaned = await cleanInto(deps, settled.value, opened.value, files.writer(folderFiles(version.folder).data))
  if (!cleaned.ok) return cleaned
  await files.put(folderFiles(version.folder).log, JSON.stringify(cleaned.value.log))
  await finishVersion(deps, version, { profile: cleaned.value.profile, sha256: null })
  return ok(null)
}

export const cleanDataset = versionJob({
  summary: 'Apply a recipe to a version of a dataset, and profile what comes out in the same pass.',
  title: 'Cleaning the data',
  make,
})
