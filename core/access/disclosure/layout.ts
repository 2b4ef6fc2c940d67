import { type Budget, inTurns } from '../../budget.ts'
import type { Key } from '../../engine/keys/key.ts'
import { keyOfColumn } from '../../engine/keys/key-of.ts'
import { columnsOfQuery } from '../../query/columns-of-query.ts'
import { ok, type Result } from '../../result.ts'
import type { Source } from '../../table/source.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'
import { type Feature, type ReadyRelease, readyRelease } from './ready-release.ts'
import type { Release } from './release.ts'
import { RowClasses, rowsInStep } from './row-classes.ts'
import { tellsItsOthers } from './sorting.ts'
import { valueHashes } from './value-hash.ts'

/** How a release sorts the classes of rows; a cell is negative where a class is left out. */
export type LaidSorting = {
  /** Of which release, by its place. */
  readonly release: number
  /** Over which file, by its place. */
  readonly file: number
  readonly isOwn: boolean
  /** What is counted; empty for rows themselves. */
  readonly quantity: string
  readonly cells: Int32Array
  /** The answers of its conditions; null where there are none. */
  readonly parts: Int32Array | null
  /** 1 where the class has the quantity; null where all have. */
  readonly counts: Int32Array | null
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
  /** By file, whether each class stands in it: -1 where it does not. */
  readonly members: readonly Int32Array[]
  /** The same number for classes that sortings of several files tell alike; null where there is one file. */
  readonly alike: Int32Array | null
  readonly releases: readonly LaidRelease[]
  readonly sortings: readonly LaidSorting[]
}

export type Ports = {
  /** The rows of a release's file, with the columns of what it joins. */
  readonly open: (release: Release) => Promise<Result<Source>>
  /** The column whose values are persons; null where there is none. */
  readonly person: string | null
  /** Gives others their turn. */
  readonly budget: Budget
}

type File = {
  readonly releases: readonly ReadyRelease[]
  /** What its sortings share, by release; each is a feature of the classes. */
  readonly features: readonly (readonly Feature[])[]
  readonly classes: RowClasses
}
type Shared = {
  /** Null where there is one file, whose rows need not be found in others. */
  readonly identity: readonly string[] | null
  readonly person: string | null
  readonly personKey: Key | null
}

/** The features that sortings of a release look at, each once. */
function featuresOf({ sortings }: ReadyRelease): readonly Feature[] {
  const all = sortings.flatMap(({ cells, parts, counts }) => [cells, parts, counts])
  return [...new Map(all.flatMap((each) => (each === null ? [] : [[each.key, each] as const]))).values()]
}

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

/** What is looked at beside the sortings: the person, and what makes rows of several files the same. */
function sharedFeatures(table: Table, { identity, person, personKey }: Shared): readonly Int32Array[] {
  const named = person === null ? undefined : findColumn(table, person)
  return [
    named && personKey ? personKey.encode(named) : new Int32Array(table.rows),
    ...(identity === null ? [] : valueHashes(columnsIn(table, identity), table.rows)),
  ]
}

/** Sorts the rows of one row group into classes by what every release makes of them. */
async function addGroup(
  { releases, features, classes }: File,
  group: number,
  shared: Shared & { readonly budget: Budget },
): Promise<void> {
  const { identity, person, budget } = shared
  const extra = [...(identity ?? []), ...(person === null ? [] : [person])]
  const found: Int32Array[] = []
  for (const [at, ready] of releases.entries()) {
    const table = await readGroup(ready, group, at === 0 ? extra : [])
    if (at === 0) found.push(...sharedFeatures(table, shared))
    for (const feature of features[at] ?? []) {
      found.push(feature.of(table))
      budget.work(table.rows)
      await budget.rest()
    }
  }
  await inTurns(classes.add(found, found[0]?.length ?? 0), budget, rowsInStep)
}

/** Features that stand before those of the sortings: the person, and two hashes of what makes rows the same. */
const before = ({ identity }: Shared): number => (identity === null ? 1 : 3)

/** Classes over all files: how many rows, and by file which class of it each is; -1 where it has none there. */
type Merged = { readonly rows: Int32Array; readonly members: readonly Int32Array[] }

/** Rows of several files that are the same are one class; what one file has more of them is its own. */
function mergedClasses(files: readonly File[]): Merged {
  const [only] = files
  if (only && files.length === 1) return { rows: only.classes.rows, members: [only.classes.rows.map((_, at) => at)] }
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
  const all = [...found.values()].flatMap((members) => levels(files, members))
  return {
    rows: Int32Array.from(all, ({ rows }) => rows),
    members: files.map((_, place) => Int32Array.from(all, ({ members }) => members[place] ?? -1)),
  }
}

/** Of three such rows in one file and two in another, two are in both, and one is in the first alone. */
function levels(files: readonly File[], members: readonly number[]) {
  const counts = members.map((member, place) => (member < 0 ? 0 : (files[place]?.classes.rows[member] ?? 0)))
  const steps = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b)
  return steps.map((step, at) => ({
    rows: step - (steps[at - 1] ?? 0),
    members: members.map((member, place) => ((counts[place] ?? 0) >= step ? member : -1)),
  }))
}

type Placed = { readonly place: number; readonly merged: Merged; readonly absent: number }

/** What one feature of one file is in every merged class. */
function featureOf({ classes }: File, at: number, { place, merged, absent }: Placed): Int32Array {
  const values = classes.feature(at)
  const members = merged.members[place] ?? new Int32Array(0)
  return merged.members.length === 1
    ? values
    : members.map((member) => (member < 0 ? absent : (values[member] ?? absent)))
}

type Laying = { readonly merged: Merged; readonly places: ReadonlyMap<Release, number>; readonly first: number }

function laidSortings(files: readonly File[], { merged, places, first }: Laying) {
  return files.flatMap((file, place) => {
    let next = first
    return file.releases.flatMap(({ release, sortings }, at) => {
      const laid = new Map<string, Int32Array>()
      for (const { key } of file.features[at] ?? []) {
        const absent = key.startsWith('cells') ? -1 : 0
        laid.set(key, featureOf(file, next, { place, merged, absent }))
        next += 1
      }
      const lay = (feature: Feature | null): Int32Array | null => (feature && laid.get(feature.key)) ?? null
      return sortings.map(({ isOwn, quantity, cells, parts, counts }): LaidSorting => ({
        release: places.get(release) ?? -1,
        file: place,
        isOwn,
        quantity,
        cells: lay(cells) ?? merged.rows.map(() => -1),
        parts: lay(parts),
        counts: lay(counts),
      }))
    })
  })
}

/** Numbers what is told of each class by sortings that several files have. */
function alikeOf(files: readonly File[], { rows, members }: Merged, first: number): Int32Array | null {
  if (files.length === 1) return null
  const told = files.map((file) => toldBy(file, first))
  const shared = [...new Set(told.flatMap((one) => [...one.keys()]))]
    .filter((key) => told.filter((one) => one.has(key)).length > 1)
    .sort()
  const numbers = new Map<string, number>()
  return rows.map((_, at) => {
    const place = members.findIndex((own) => (own[at] ?? -1) >= 0)
    const member = members[place]?.[at] ?? -1
    const text = JSON.stringify(shared.map((key) => told[place]?.get(key)?.(member) ?? null))
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  })
}

/** The group of a class of this file, as text, by sorting. */
function toldBy({ features, classes }: File, first: number): ReadonlyMap<string, (member: number) => string | null> {
  const all = features.flat()
  return new Map(
    all.flatMap(({ key, groups }, at) => {
      if (!groups) return []
      const [texts, cells] = [groups(), classes.feature(first + at)]
      return [[key, (member: number) => texts[cells[member] ?? -1] ?? null] as const]
    }),
  )
}

/** The person of each class, from whichever file has it. */
const personsOf = (files: readonly File[], { rows, members }: Merged): Int32Array =>
  rows.map((_, at) => {
    const place = members.findIndex((own) => (own[at] ?? -1) >= 0)
    return files[place]?.classes.feature(0)[members[place]?.[at] ?? -1] ?? -1
  })

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
async function sortFiles(
  all: readonly ReadyRelease[],
  shared: Shared,
  budget: Budget,
): Promise<readonly File[] | null> {
  const files: File[] = []
  for (const name of new Set(all.map(({ release }) => release.file))) {
    const releases = all.filter(({ release }) => release.file === name)
    const features = releases.map(featuresOf)
    const classes = new RowClasses(before(shared) + features.flat().length)
    const file = { releases, features, classes }
    for (const group of releases[0]?.source.rowGroups.keys() ?? []) {
      await addGroup(file, group, { ...shared, budget })
      if (classes.isFull) return null
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
    identity: isOne ? null : identityOf(all, named),
    person: named,
    personKey: type === undefined ? null : keyOfColumn(type),
  }
}

/**
 * Sorts the rows of all files by all releases, in one pass over each file. Null where there are more classes of rows than
 * are held.
 */
export async function layOut(
  releases: readonly Release[],
  { open, person, budget }: Ports,
): Promise<Result<Layout | null>> {
  const all = await readyAll(releases, open)
  if (!all.ok) return all
  const shared = sharedBy(all.value, person)
  const files = await sortFiles(all.value, shared, budget)
  if (files === null) return ok(null)
  const merged = mergedClasses(files)
  const places = new Map(releases.map((release, at) => [release, at]))
  return ok({
    rows: merged.rows,
    members: merged.members,
    alike: alikeOf(files, merged, before(shared)),
    persons: shared.personKey && personsOf(files, merged),
    releases: all.value.map(({ release, groups }) => ({
      release,
      groups: groups(),
      isWhole: tellsItsOthers(release.query),
    })),
    sortings: laidSortings(files, { merged, places, first: before(shared) }),
  })
}
