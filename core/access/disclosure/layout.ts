import type { Key } from '../../engine/keys/key.ts'
import { keyOfColumn } from '../../engine/keys/key-of.ts'
import { columnsOfQuery } from '../../query/columns-of-query.ts'
import { ok, type Result } from '../../result.ts'
import type { Source } from '../../table/source.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'
import { type ReadyRelease, readyRelease } from './ready-release.ts'
import type { Release } from './release.ts'
import { mostClasses, RowClasses } from './row-classes.ts'
import { tellsItsOthers } from './sorting.ts'
import { valueHashes } from './value-hash.ts'

/** How a release sorts the classes of rows; a cell is negative where a class is left out. */
export type LaidSorting = {
  /** Of which release, by its place. */
  readonly release: number
  readonly isOwn: boolean
  /** What is counted; empty for rows themselves. */
  readonly quantity: string
  readonly cells: Int32Array
  readonly parts: Int32Array
  /** 1 where the class has the quantity. */
  readonly counts: Int32Array
}

type LaidRelease = {
  readonly release: Release
  /** Its groups as `groupKeys` writes them, by cell. */
  readonly groups: readonly string[]
  /** Is it refused where a group of it would be withheld? */
  readonly isWhole: boolean
}

/** Releases over classes of rows that all of them treat alike. */
export type Layout = {
  readonly rows: Int32Array
  /** The person behind each class, numbered; null where no column names persons. */
  readonly persons: Int32Array | null
  readonly releases: readonly LaidRelease[]
  readonly sortings: readonly LaidSorting[]
}

export type Ports = {
  /** The rows of a release's file, with the columns of what it joins. */
  readonly open: (release: Release) => Promise<Result<Source>>
  /** The column whose values are persons; null where there is none. */
  readonly person: string | null
}

type File = { readonly name: string; readonly releases: readonly ReadyRelease[]; readonly classes: RowClasses }
type Shared = { readonly identity: readonly string[]; readonly person: string | null; readonly personKey: Key | null }

const featuresOf = ({ sortings }: ReadyRelease): number => sortings.length * 3

/** The columns by which rows of several files are found to be the same: those that releases use and all files have. */
function identityOf(releases: readonly ReadyRelease[], person: string | null): readonly string[] {
  const used = releases.flatMap(({ release }) => columnsOfQuery(release.query))
  const names = [...new Set([...used, ...(person === null ? [] : [person])])]
  return names.filter((name) => releases.every(({ source }) => source.fields.some((field) => field.name === name)))
}

async function readGroup(ready: ReadyRelease, group: number, extra: readonly string[]): Promise<Table> {
  const { source, columns } = ready
  const names = [...new Set([...columns, ...extra])]
  if (names.length === 0) return { rows: source.rowGroups[group]?.rows ?? 0, columns: [] }
  return source.read(group, names)
}

const columnsIn = (table: Table, names: readonly string[]): readonly Column[] =>
  names.flatMap((name) => findColumn(table, name) ?? [])

/** Sorts the rows of one row group into classes by what every release makes of them. */
async function addGroup({ releases, classes }: File, group: number, shared: Shared): Promise<void> {
  const features: Int32Array[] = []
  const { identity, person, personKey } = shared
  const extra = [...identity, ...(person === null ? [] : [person])]
  for (const [at, ready] of releases.entries()) {
    const table = await readGroup(ready, group, at === 0 ? extra : [])
    if (at === 0) {
      const named = person === null ? undefined : findColumn(table, person)
      features.push(named && personKey ? personKey.encode(named) : new Int32Array(table.rows))
      features.push(...valueHashes(columnsIn(table, identity), table.rows))
    }
    for (const { cellsOf, partsOf, countsOf } of ready.sortings)
      features.push(cellsOf(table), partsOf(table), countsOf(table))
  }
  classes.add(features, features[0]?.length ?? 0)
}

/** Features that stand before those of the sortings: the person and two hashes of what makes rows the same. */
const before = 3

/** A class as it stands in some files: how many rows, and which class of each file it is; -1 where it has none there. */
type Merged = { readonly rows: number; readonly members: readonly number[] }

/** Rows of several files that are the same are one; the more often they stand in one file, the rest are its own. */
function mergedClasses(files: readonly File[]): readonly Merged[] {
  if (files.length === 1) return Array.from({ length: files[0]?.classes.size ?? 0 }, (_, at) => mergedAlone(files, at))
  const found = new Map<string, number[]>()
  for (const [place, { classes }] of files.entries()) {
    const [high, low] = [classes.feature(1), classes.feature(2)]
    for (let at = 0; at < classes.size; at++) {
      const key = `${high[at]} ${low[at]}`
      const members = found.get(key) ?? files.map(() => -1)
      members[place] = at
      found.set(key, members)
    }
  }
  return [...found.values()].flatMap((members) => levels(files, members))
}

const mergedAlone = (files: readonly File[], at: number): Merged => ({
  rows: files[0]?.classes.rowsOf(at) ?? 0,
  members: [at],
})

function levels(files: readonly File[], members: readonly number[]): readonly Merged[] {
  const counts = members.map((member, place) => (member < 0 ? 0 : (files[place]?.classes.rowsOf(member) ?? 0)))
  const steps = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b)
  return steps.map((step, at) => ({
    rows: step - (steps[at - 1] ?? 0),
    members: members.map((member, place) => ((counts[place] ?? 0) >= step ? member : -1)),
  }))
}

/** What one feature of one file is in every merged class. */
function featureOf(
  file: { place: number; classes: RowClasses },
  at: number,
  merged: readonly Merged[],
  absent: number,
) {
  const values = file.classes.feature(at)
  return Int32Array.from(merged, ({ members }) => {
    const member = members[file.place] ?? -1
    return member < 0 ? absent : (values[member] ?? absent)
  })
}

function laidSortings(files: readonly File[], merged: readonly Merged[], places: ReadonlyMap<Release, number>) {
  return files.flatMap(({ releases, classes }, place) => {
    const file = { place, classes }
    let next = before
    return releases.flatMap(({ release, sortings }) =>
      sortings.map(({ isOwn, quantity }): LaidSorting => {
        const [cells, parts, counts] = [next, next + 1, next + 2]
        next += 3
        return {
          release: places.get(release) ?? -1,
          isOwn,
          quantity,
          cells: featureOf(file, cells, merged, -1),
          parts: featureOf(file, parts, merged, 0),
          counts: featureOf(file, counts, merged, 0),
        }
      }),
    )
  })
}

/** The person of each class, from whichever file has it. */
function personsOf(files: readonly File[], merged: readonly Merged[]): Int32Array {
  return Int32Array.from(merged, ({ members }) => {
    const place = members.findIndex((member) => member >= 0)
    return files[place]?.classes.feature(0)[members[place] ?? -1] ?? -1
  })
}

async function readyAll(releases: readonly Release[], open: Ports['open']): Promise<Result<readonly ReadyRelease[]>> {
  const all: ReadyRelease[] = []
  for (const release of releases) {
    const source = await open(release)
    if (!source.ok) return source
    const ready = readyRelease(release, source.value)
    if (!ready.ok) return ready
    all.push(ready.value)
  }
  return ok(all)
}

/** Sorts the rows of each file, one pass over each; null where there are more classes than are held. */
async function sortFiles(all: readonly ReadyRelease[], shared: Shared): Promise<readonly File[] | null> {
  const files: File[] = []
  for (const name of new Set(all.map(({ release }) => release.file))) {
    const releases = all.filter(({ release }) => release.file === name)
    const classes = new RowClasses(before + releases.reduce((sum, ready) => sum + featuresOf(ready), 0))
    const file = { name, releases, classes }
    for (const group of releases[0]?.source.rowGroups.keys() ?? []) {
      await addGroup(file, group, shared)
      if (classes.size > mostClasses) return null
    }
    files.push(file)
  }
  return files
}

function sharedBy(all: readonly ReadyRelease[], person: string | null): Shared {
  const type = all[0]?.source.fields.find(({ name }) => name === person)?.type
  const named = type === undefined ? null : person
  const isOne = new Set(all.map(({ release }) => release.file)).size === 1
  return {
    identity: isOne ? [] : identityOf(all, named),
    person: named,
    personKey: type === undefined ? null : keyOfColumn(type),
  }
}

/**
 * Sorts the rows of all files by all releases, in one pass over each file. Null where there are more classes of rows than
 * are held.
 */
export async function layOut(releases: readonly Release[], { open, person }: Ports): Promise<Result<Layout | null>> {
  const all = await readyAll(releases, open)
  if (!all.ok) return all
  const shared = sharedBy(all.value, person)
  const files = await sortFiles(all.value, shared)
  if (files === null) return ok(null)
  const merged = mergedClasses(files)
  const places = new Map(releases.map((release, at) => [release, at]))
  return ok({
    rows: Int32Array.from(merged, ({ rows }) => rows),
    persons: shared.personKey && personsOf(files, merged),
    releases: all.value.map(({ release, groups }) => ({
      release,
      groups: groups(),
      isWhole: tellsItsOthers(release.query),
    })),
    sortings: laidSortings(files, merged, places),
  })
}
