import { z } from 'zod'
import { type CellChanges, compareCells } from '#core/catalog/compare-cells.ts'
import { compareProfiles } from '#core/catalog/compare-profiles.ts'
import { findDrift } from '#core/catalog/drift/find-drift.ts'
import { fail, type Failure } from '#core/errors.ts'
import { createMemoryCache } from '#core/memory-cache.ts'
import type { Profile } from '#core/profile/profile.ts'
import { ok, type Result } from '#core/result.ts'
import { findWhole, profileIn, rowsIn } from '../../data/open-dataset.ts'
import { takeTurn } from '../../data/take-turns.ts'
import type { Version } from '../../db/datasets.ts'
import type { Store } from '../../db/store.ts'
import type { Service } from '../../service.ts'
import { toWireVersion } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'
import { findVersion } from './find-version.ts'

const ready = (version: Version): Result<Version, Failure> =>
  version.status === 'ready' ? ok(version) : fail('version/not-ready', { number: version.number })

/** The named version of the same dataset, or the previous ready one. */
async function otherOf(store: Store, after: Version, named: string | undefined): Promise<Result<Version, Failure>> {
  const versions = await store.versions.of(after.datasetId)
  if (named === undefined) {
    const before = versions.find(({ number, status }) => number < after.number && status === 'ready')
    return before ? ok(before) : fail('version/alone', { number: after.number })
  }
  const before = versions.find(({ id }) => id === named)
  return before ? ready(before) : fail('version/not-found')
}

/** Versions never change, so their cells are compared once in an isolate; each comparison has at most 50 examples. */
const compared = createMemoryCache<string, CellChanges>({ total: 64 })

type Side = { readonly folder: string; readonly profile: Profile }

/** The cells that differ, read when it is this request's turn. */
async function cellsOf(
  means: Pick<Service, 'config' | 'files'>,
  before: Side,
  after: Side,
): Promise<Result<CellChanges>> {
  const key = `${before.folder} ${after.folder}`
  const known = compared.get(key)
  if (known) return ok(known)
  const compare = async (): Promise<Result<CellChanges>> => {
    const was = await rowsIn(means.files, before.folder)
    if (!was.ok) return was
    const is = await rowsIn(means.files, after.folder)
    if (!is.ok) return is
    const [earlier, later] = [
      { profile: before.profile, source: was.value },
      { profile: after.profile, source: is.value },
    ]
    return ok(await compareCells(earlier, later))
  }
  const cells = await takeTurn(means, compare)
  if (cells === null) return fail('query/too-slow', { seconds: Math.round(means.config.query.deadline / 1000) })
  if (cells.ok) compared.set(key, cells.value)
  return cells
}

export const compareVersions = defineCommand({
  summary: 'Compare a version with another of the same dataset: columns, rows, and which cells changed.',
  access: 'guest',
  needs: { may: 'read', object: 'version' },
  effect: 'read',
  limit: { kind: 'query', weight: 2 },
  input: z.object({
    id: z.string(),
    /** The earlier version; if missing, the previous one. */
    with: z.string().max(100).optional(),
  }),
  async run(deps, { id, with: named }) {
    const { store, files } = deps
    const found = await findVersion(store, id)
    if (!found.ok) return found
    const whole = await findWhole(deps, found.value.dataset.id)
    if (!whole.ok) return whole
    const after = ready(found.value.version)
    if (!after.ok) return after
    const before = await otherOf(store, after.value, named)
    if (!before.ok) return before
    const [was, is] = await Promise.all([before.value, after.value].map(({ folder }) => profileIn(files, folder)))
    if (!was || !is) return fail('version/not-found')
    const cells = await cellsOf(
      deps,
      { folder: before.value.folder, profile: was },
      { folder: after.value.folder, profile: is },
    )
    if (!cells.ok) return cells
    return ok({
      before: toWireVersion(before.value),
      after: toWireVersion(after.value),
      ...compareProfiles(was, is),
      drift: [...findDrift(was, is)],
      cells: cells.value,
    })
  },
})
