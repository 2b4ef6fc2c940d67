import { decideReleases } from '#core/access/disclosure/decide-releases.ts'
import { type Decision, type Release, settled } from '#core/access/disclosure/release.ts'
import { withholdGroups } from '#core/access/disclosure/withhold-groups.ts'
import { queryBudget } from '#core/engine/query-budget.ts'
import { runPlain, runQuery } from '#core/engine/run-query.ts'
import type { Source } from '#core/table/source.ts'
import { cellAt, type Table } from '#core/table/table.ts'
import { loadText } from '../load-text.ts'
import { type Random, seededRandom } from '../random.ts'
import { csvOf, type Planted, plantedTables, type Row } from './planted-tables.ts'
import { type RandomTile, randomTile } from './random-tile.ts'
import { smallestCombination } from './smallest-combination.ts'

const least = 5

/** A version of a planted table; rows keep their number from version to version. */
type Version = {
  readonly name: string
  readonly rows: readonly (Row & { readonly at: number })[]
  readonly source: Source
}

/** What an attacker has read: a tile over a version, and what the link told of it. */
type Seen = { readonly tile: RandomTile; readonly version: Version; readonly result: Table }

export type Round = {
  readonly tiles: number
  readonly refused: number
  readonly groups: number
  readonly withheld: number
  /** What went wrong, in words; empty where nothing did. */
  readonly breaches: readonly string[]
}

async function versionOf(name: string, rows: Version['rows']): Promise<Version> {
  const plain = rows.map((row): Row => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'at')))
  return { name, rows, source: (await loadText('planted.csv', csvOf(plain))).source }
}

/** The next version: a few rows gone, a few new, a few changed. */
function changed(random: Random, rows: Version['rows'], table: Planted): Version['rows'] {
  const [number = ''] = table.numbers
  const gone = new Set(Array.from({ length: random.below(4) }, () => random.below(rows.length)))
  const kept = rows.filter((_, at) => !gone.has(at))
  const moved = new Set(Array.from({ length: random.below(3) }, () => random.below(kept.length)))
  const next = Math.max(...rows.map(({ at }) => at)) + 1
  const added = Array.from({ length: random.below(4) }, (_, at) => ({
    ...random.pick(rows),
    [table.person]: `P-new-${next + at}`,
    [number]: 1000 + random.below(100_000),
    at: next + at,
  }))
  return [...kept.map((row, at) => (moved.has(at) ? { ...row, [number]: 1 + random.below(50_000) } : row)), ...added]
}

const keysOf = (result: Table, groups: number): readonly string[] =>
  Array.from({ length: result.rows }, (_, row) =>
    JSON.stringify(result.columns.slice(0, groups).map((column) => cellAt(column, row))),
  )

type Figured = { readonly quantity: string; readonly kind: 'sum' | 'extreme'; readonly rows: (Row & { at: number })[] }

/** Rows that each shown figure is made of. */
function shownFigures({ tile, version, result }: Seen): Figured[] {
  const shown = new Set(keysOf(result, tile.query.dimensions.length))
  const groups = new Map<string, (Row & { at: number })[]>([...shown].map((key) => [key, []]))
  for (const row of version.rows) if (tile.passes(row)) groups.get(tile.keyOf(row))?.push(row)
  return [...groups.values()].flatMap((rows) => [
    { quantity: '', kind: 'sum' as const, rows },
    ...tile.figures.map(({ quantity, kind, holds, value }) => ({
      quantity: quantity ?? '',
      kind,
      rows: rows.filter((row) => holds(row) && value(row) !== null && (kind === 'extreme' || value(row) !== 0)),
    })),
  ])
}

function smallGroups(seen: Seen, { person }: Planted): readonly string[] {
  return shownFigures(seen).flatMap(({ quantity, rows }) => {
    const persons = new Set(rows.map((row) => row[person])).size
    if (rows.length === 0 || (rows.length >= least && persons >= least)) return []
    return [
      `a figure of ${quantity || 'rows'} of ${rows.length} rows, ${persons} persons: ${JSON.stringify(seen.tile.query)}`,
    ]
  })
}

/** Sets of unknowns whose sums are known, for each quantity. A row that changed is another unknown. */
function knownSums(seen: readonly Seen[]): ReadonlyMap<string, { sums: Set<number>[]; unknowns: number }> {
  const spaces = new Map<string, { sums: Set<number>[]; numbers: Map<string, number>; unknowns: number }>()
  for (const { quantity, kind, rows } of seen.flatMap(shownFigures)) {
    if (kind === 'extreme') continue
    const space = spaces.get(quantity) ?? { sums: [], numbers: new Map<string, number>(), unknowns: 0 }
    spaces.set(quantity, space)
    const sum = rows.map((row) => {
      const unknown = quantity === '' ? String(row.at) : `${row.at} ${row[quantity]}`
      const number = space.numbers.get(unknown) ?? space.numbers.size
      space.numbers.set(unknown, number)
      return number
    })
    space.sums.push(new Set(sum))
    space.unknowns = space.numbers.size
  }
  return spaces
}

const isSame = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each))

function combinations(seen: readonly Seen[], random: Random, tries: number): readonly string[] {
  return [...knownSums(seen)].flatMap(([quantity, { sums, unknowns }]) => {
    const distinct = sums.filter((sum, at) => sum.size > 0 && !sums.slice(0, at).some((other) => isSame(sum, other)))
    const fewest = smallestCombination(distinct, { rows: unknowns, random, tries })
    return fewest < least ? [`a combination of ${quantity || 'rows'} tells of ${fewest} rows`] : []
  })
}

/** Publishes tiles beside those that were published before; what the link tells of them. */
async function publish(
  before: readonly Release[],
  tiles: readonly RandomTile[],
  version: Version,
  versions: readonly Version[],
) {
  const fresh: Release[] = []
  for (const { query } of tiles) {
    const plain = await settled(query, (each) => runPlain(each, version.source))
    if (!plain.ok) throw new Error(plain.error.message)
    fresh.push({ file: version.name, query: plain.value, least, decision: null })
  }
  const releases = [...before, ...fresh]
  const decided = await decideReleases(releases, {
    open: async ({ file }) => ({ ok: true, value: (versions.find(({ name }) => name === file) ?? version).source }),
    person: personOf(versions),
    budget: queryBudget(),
  })
  if (!decided.ok) throw new Error(decided.error.message)
  return releases.map((release, at): Release => ({ ...release, decision: decided.value[at] as Decision }))
}

const personOf = ([version]: readonly Version[]): string | null => {
  const name = Object.keys(version?.rows[0] ?? {}).find((each) => each.endsWith('_id'))
  const values = new Set(version?.rows.map((row) => row[name ?? '']))
  return name !== undefined && values.size < (version?.rows.length ?? 0) ? name : null
}

async function read({ query, decision }: Release, tile: RandomTile, version: Version): Promise<Seen | null> {
  if (decision === null || decision.isRefused) return null
  const result = await runQuery(query, version.source)
  if (!result.ok) throw new Error(result.error.message)
  return { tile, version, result: withholdGroups(result.value, query, decision.withheld) }
}

/**
 * One attack: two links over a table about persons, then a new version of it behind the first; all that they tell is
 * put together.
 */
export async function attack(seed: number, size: number, tries = 6): Promise<Round> {
  const random = seededRandom(seed)
  const table = random.pick(plantedTables(seed))
  const first = await versionOf(
    'v1',
    table.rows.map((row, at) => ({ ...row, at })),
  )
  const second = await versionOf('v2', changed(random, first.rows, table))
  const stages = [
    { version: first, tiles: Array.from({ length: size }, () => randomTile(random, table)) },
    { version: first, tiles: Array.from({ length: Math.ceil(size / 2) }, () => randomTile(random, table)) },
  ]
  const again = { version: second, tiles: stages[0]?.tiles ?? [] }
  let releases: readonly Release[] = []
  const seen: Seen[] = []
  let [groups, withheld] = [0, 0]
  for (const { version, tiles } of [...stages, again]) {
    const before = releases.length
    releases = await publish(releases, tiles, version, [first, second])
    for (const [at, release] of releases.slice(before).entries()) {
      const told = await read(release, tiles[at] as RandomTile, version)
      if (told) seen.push(told)
      groups += told?.result.rows ?? 0
      withheld += release.decision?.withheld.length ?? 0
    }
  }
  return {
    tiles: releases.length,
    refused: releases.length - seen.length,
    groups,
    withheld,
    breaches: [...seen.flatMap((each) => smallGroups(each, table)), ...combinations(seen, random, tries)],
  }
}
