import { findDrift } from '#core/catalog/drift/find-drift.ts'
import { recencyOf } from '#core/catalog/freshness.ts'
import type { Drift } from '#core/catalog/drift/drift.ts'
import { type Hold, holdOf } from '#core/dashboard/hold-version.ts'
import type { Profile } from '#core/profile/profile.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Version } from '../db/datasets.ts'
import type { Store } from '../db/store.ts'
import type { Service } from '../service.ts'
import { writeCard } from './catalog.ts'
import { folderFiles } from './folder.ts'
import { profileIn } from './open-dataset.ts'

type Means = Service & { readonly store: Store }
type Finished = { readonly profile: Profile; readonly sha256: string | null }

type Compared = { readonly drift?: readonly Drift[] | null; readonly held: Hold | null }

/** Compares with the current version, and decides whether the new one awaits confirmation. */
async function comparedWith({ store, files }: Means, version: Version, profile: Profile): Promise<Compared> {
  const before = (await store.datasets.find(version.datasetId))?.version
  if (before?.id === version.id) return { held: null }
  if (before?.status !== 'ready') return { drift: null, held: null }
  const profileBefore = await profileIn(files, before.folder)
  const drift = findDrift(profileBefore, profile)
  const about = { dataset: version.datasetId, name: '' }
  const tiles = (await store.dashboards.all()).flatMap(({ document }) => document.tiles)
  const held = holdOf({
    before: generateModel(about, profileBefore),
    after: generateModel(about, profile),
    drift,
    tiles: tiles.filter(({ query }) => query.dataset === version.datasetId),
  })
  return { drift, held }
}

/** Finishes every job that makes a version: stores profile and drift, makes it current and searchable. */
export async function finishVersion(deps: Means, version: Version, { profile, sha256 }: Finished): Promise<void> {
  const { store, files, now, log } = deps
  await files.put(folderFiles(version.folder).profile, JSON.stringify(profile))
  const { newestAt, cadence } = recencyOf(generateModel({ dataset: version.datasetId, name: '' }, profile), profile)
  const written = await store.versions.finish(version, {
    rows: profile.rows,
    columns: profile.columns.length,
    sha256: sha256 ?? version.sha256,
    newestAt: newestAt === null ? null : new Date(newestAt),
    cadence,
    ...(await comparedWith(deps, version, profile)),
    at: now(),
  })
  // If the version was deleted meanwhile, its files are deleted too.
  if (written !== 'written') return files.removeFolder(version.folder)
  await writeCard(deps, version.datasetId, { workspace: version.workspaceId }).catch((error: unknown) =>
    log('warning', 'no card', { dataset: version.datasetId, error }),
  )
}
