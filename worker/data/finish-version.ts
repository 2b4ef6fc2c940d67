import { findDrift } from '#core/catalog/drift/find-drift.ts'
import { recencyOf } from '#core/catalog/freshness.ts'
import type { Drift } from '#core/catalog/drift/drift.ts'
import type { Profile } from '#core/profile/profile.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Version } from '../db/datasets.ts'
import type { JobDeps } from '../jobs/job-kind.ts'
import { writeCard } from './catalog.ts'
import { folderFiles } from './folder.ts'
import { profileIn } from './open-dataset.ts'

type Finished = { readonly profile: Profile; readonly sha256: string | null }

/** What is different from the version that is current until now; missing when that is this one already. */
async function driftFrom(
  { store, files }: JobDeps,
  version: Version,
  profile: Profile,
): Promise<{ readonly drift?: readonly Drift[] | null }> {
  const before = (await store.datasets.find(version.datasetId))?.version
  if (before?.id === version.id) return {}
  if (before?.status !== 'ready') return { drift: null }
  return { drift: findDrift(await profileIn(files, before.folder), profile) }
}

/** The end of every job that makes a version: its profile is stored, its drift told, it becomes the current one, and is found. */
export async function finishVersion(deps: JobDeps, version: Version, { profile, sha256 }: Finished): Promise<void> {
  const { store, files, now, log } = deps
  await files.put(folderFiles(version.folder).profile, JSON.stringify(profile))
  const { newestAt, cadence } = recencyOf(generateModel({ dataset: version.datasetId, name: '' }, profile), profile)
  const written = await store.versions.finish(version, {
    rows: profile.rows,
    columns: profile.columns.length,
    sha256: sha256 ?? version.sha256,
    newestAt: newestAt === null ? null : new Date(newestAt),
    cadence,
    ...(await driftFrom(deps, version, profile)),
    at: now(),
  })
  // Deleted while it was made: what the job has written meanwhile goes as well.
  if (written !== 'written') return files.removeFolder(version.folder)
  await writeCard(deps, version.datasetId, { workspace: version.workspaceId }).catch((error: unknown) =>
    log('warning', 'no card', { dataset: version.datasetId, error }),
  )
}
