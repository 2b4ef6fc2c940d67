import { decideReleases } from '#core/access/disclosure/decide-releases.ts'
import { type Decision, type Release, settled } from '#core/access/disclosure/release.ts'
import { personColumn } from '#core/access/personal-columns.ts'
import { queryBudget } from '#core/engine/query-budget.ts'
import { runPlain } from '#core/engine/run-query.ts'
import { sourceOfQuery } from '#core/engine/typed-array-engine.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { cachingSource } from '#core/table/caching-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Files } from '../adapters/files.ts'
import type { StoredRelease } from '../db/releases.ts'
import type { ReleaseFolders } from '../db/schema/links.ts'
import type { Store } from '../db/store.ts'
import { digest } from '../security/digest.ts'
import type { Service } from '../service.ts'
import { folderFiles } from './folder.ts'
import type { OpenDataset } from './open-dataset.ts'
import type { Prepared } from './prepare-query.ts'
import { giveTurn, takeTurn } from './take-turns.ts'

/** A tile requested through a link: its secured Query and the minimum group size. */
export type AskedRelease = { readonly open: OpenDataset; readonly prepared: Prepared; readonly least: number }

type Means = Pick<Service, 'config' | 'files' | 'now'> & { readonly store: Pick<Store, 'releases'> }

/** Increment when the same release may be decided differently. */
const decisionVersion = 1

/** Maximum bytes of columns cached while releases are decided. */
const heldBytes = 24_000_000

/** Maximum withheld groups stored; more would not fit a D1 row. */
const mostWithheld = 5000

/** Maximum attempts when concurrent decisions conflict. */
const mostTries = 4

const foldersOf = ({ open, prepared }: AskedRelease): ReleaseFolders => ({
  own: open.dataset.version.folder,
  joined: Object.fromEntries([...prepared.joined].map(([id, { dataset }]) => [id, dataset.version.folder])),
})

const fingerprintOf = (asked: AskedRelease): string =>
  digest(JSON.stringify([decisionVersion, foldersOf(asked), { ...asked.prepared.query, dataset: '' }, asked.least]))

/** Opens the rows of releases; each file once. */
function opener(files: Files) {
  const opened = new Map<string, Promise<Result<Source>>>()
  async function openFile(folder: string): Promise<Result<Source>> {
    const file = await files.source(folderFiles(folder).data)
    if (!file) return fail('dataset/not-found')
    const source = await parquetSource(file)
    return source.ok ? ok(cachingSource(source.value, heldBytes)) : source
  }
  const file = (folder: string): Promise<Result<Source>> => {
    const known = opened.get(folder) ?? openFile(folder)
    opened.set(folder, known)
    return known
  }
  return {
    file,
    release({ own, joined }: ReleaseFolders, query: Release['query']): Promise<Result<Source>> {
      const folders = new Map(Object.entries({ ...joined, [query.dataset]: own }))
      return sourceOfQuery(query, async (id) => file(folders.get(id) ?? ''))
    },
  }
}
type Opener = ReturnType<typeof opener>

/** Earlier releases whose files still exist. */
async function readable(stored: readonly StoredRelease[], { file }: Opener): Promise<readonly StoredRelease[]> {
  const found: StoredRelease[] = []
  for (const release of stored) {
    const sources = await Promise.all([release.folders.own, ...Object.values(release.folders.joined)].map(file))
    if (sources.every((source) => source.ok)) found.push(release)
  }
  return found
}

const storedAsRelease = ({ folders, query, least, decision }: StoredRelease): Release => ({
  file: folders.own,
  query,
  least,
  decision,
})

async function freshRelease(asked: AskedRelease, open: Opener): Promise<Result<Release>> {
  const { query } = asked.prepared
  const folders = foldersOf(asked)
  const source = await open.release(folders, query)
  if (!source.ok) return source
  const plain = await settled(query, (each) => runPlain(each, source.value, undefined, queryBudget(giveTurn)))
  if (!plain.ok) return plain
  return ok({ file: folders.own, query: plain.value, least: asked.least, decision: null })
}

const bounded = (decision: Decision): Decision =>
  decision.withheld.length > mostWithheld ? { isRefused: true, withheld: [] } : decision

/** Decides new releases together with earlier ones. Null if another was stored meanwhile. */
async function decideNew(
  { files, store, now }: Means,
  before: readonly StoredRelease[],
  asked: readonly AskedRelease[],
): Promise<Result<boolean>> {
  const [first] = asked
  if (!first) return ok(true)
  const open = opener(files)
  const earlier = await readable(before, open)
  const fresh: Release[] = []
  for (const each of asked) {
    const release = await freshRelease(each, open)
    if (!release.ok) return release
    fresh.push(release.value)
  }
  const releases = [...earlier.map(storedAsRelease), ...fresh]
  const folders = new Map<Release, ReleaseFolders>([
    ...earlier.map((stored, at) => [releases[at] as Release, stored.folders] as const),
    ...fresh.map((release, at) => [release, foldersOf(asked[at] ?? first)] as const),
  ])
  const decided = await decideReleases(releases, {
    open: (release) => open.release(folders.get(release) ?? foldersOf(first), release.query),
    person: personColumn(first.open.whole),
    budget: queryBudget(giveTurn),
  })
  if (!decided.ok) return decided
  const number = (before.at(-1)?.number ?? 0) + 1
  const rows = fresh.map((release, at) => ({
    datasetId: first.open.dataset.id,
    number: number + at,
    fingerprint: fingerprintOf(asked[at] ?? first),
    folders: foldersOf(asked[at] ?? first),
    query: release.query,
    least: release.least,
    decision: bounded(decided.value[earlier.length + at] ?? { isRefused: true, withheld: [] }),
    createdAt: now(),
  }))
  return ok(await store.releases.add(rows))
}

/** Running decisions of this isolate, because a page requests all its tiles at once. */
const underway = new Map<string, Promise<Result<boolean> | null>>()

/** Milliseconds to wait for another request's decision before making a new one; a cancelled request never finishes. */
const patience = 5000

/** Shares one decision among concurrent requests. */
async function decideTogether(means: Means, stored: readonly StoredRelease[], missing: readonly AskedRelease[]) {
  const key = missing.map(fingerprintOf).join()
  const known = underway.get(key)
  if (known) {
    const decided = await Promise.race([known, scheduler.wait(patience).then(() => ok(false))])
    if (decided?.ok === true && !decided.value && underway.get(key) === known) underway.delete(key)
    return decided
  }
  const deciding = takeTurn(means, () => decideNew(means, stored, missing))
  underway.set(key, deciding)
  try {
    return await deciding
  } finally {
    if (underway.get(key) === deciding) underway.delete(key)
  }
}

/**
 * Decides what links disclose of these tiles of one dataset, given all earlier disclosures; see
 * core/access/disclosure/SPEC.md. A decision is made at the first request and stored.
 */
export async function decisionsOf(means: Means, asked: readonly AskedRelease[]): Promise<Result<readonly Decision[]>> {
  const prints = asked.map(fingerprintOf)
  const dataset = asked[0]?.open.dataset.id ?? ''
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const stored = await means.store.releases.of(dataset)
    const known = new Map(stored.map(({ fingerprint, decision }) => [fingerprint, decision]))
    const decisions = prints.map((print) => known.get(print))
    if (decisions.every((decision) => decision !== undefined)) return ok(decisions)
    const missing = asked.filter((_, at) => !known.has(prints[at] ?? '') && prints.indexOf(prints[at] ?? '') === at)
    const added = await decideTogether(means, stored, missing)
    if (added === null) return fail('query/too-slow', { seconds: Math.round(means.config.query.deadline / 1000) })
    if (!added.ok) return added
  }
  return fail('service/unavailable')
}

/** The stored decision on a tile; null if there is none. */
export async function decisionOf({ store }: Pick<Means, 'store'>, asked: AskedRelease): Promise<Decision | null> {
  const print = fingerprintOf(asked)
  const found = await store.releases.find(asked.open.dataset.id, print)
  return found?.decision ?? null
}
