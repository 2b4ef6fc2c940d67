import { namesOf, type Channels, type ChartSpec } from '../../charts/chart-spec.ts'
import { nameOfDimension } from '../../query/dimension.ts'
import { nameOfMeasure } from '../../query/measure.ts'
import { query, type Query, type QueryInput } from '../../query/query.ts'
import { columnsOfFilter } from '../../query/columns-of-query.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { makeReading } from '../make-reading.ts'
import { pieceOf, piecesOf } from '../pieces.ts'
import type { Evidence, Reading } from '../reading.ts'

/** What becomes of a reading: parts of its Query, or how it is shown; what is not named stays. */
export type Change = {
  readonly query?: Partial<QueryInput>
  /** Null: chosen from the result. */
  readonly chart?: ChartSpec | null
}

/** The columns of a Query's result, by name. */
const resultNames = (asked: Query): readonly string[] => [
  ...asked.dimensions.map(nameOfDimension),
  ...asked.measures.map(nameOfMeasure),
  ...asked.columns,
]

type Renamed = ReadonlyMap<string, string | null>

/** What became of the columns of the result: the one that stands in the same place, or null where none does. */
function renamedIn(before: Query, after: Query): Renamed {
  const kept = new Set(resultNames(after))
  const successors = (from: readonly string[], to: readonly string[]): readonly (readonly [string, string | null])[] =>
    from.map((name, at) => [name, kept.has(name) ? name : from.length === to.length ? (to[at] ?? null) : null] as const)
  return new Map([
    ...successors(before.dimensions.map(nameOfDimension), after.dimensions.map(nameOfDimension)),
    ...successors(before.measures.map(nameOfMeasure), after.measures.map(nameOfMeasure)),
    ...successors(before.columns, after.columns),
  ])
}

/** Order and conditions on groups follow the columns that they are of, and go with them. */
function following(before: Query, after: Query): Query {
  const renamed = renamedIn(before, after)
  const lists = after.columns.length > 0
  const known = new Set(resultNames(after))
  const sort = after.sort.flatMap((each) => {
    const by = renamed.has(each.by) ? renamed.get(each.by) : known.has(each.by) || lists ? each.by : null
    return by == null ? [] : [{ ...each, by }]
  })
  const having = after.having.filter((each) => columnsOfFilter(each).every((name) => known.has(name)))
  const isEnded = after.sort.length > 0 && sort.length === 0
  return { ...after, sort, having, limit: isEnded ? 10_000 : after.limit }
}

/** A chart follows the columns it shows; where one has no successor, the result chooses anew. */
function chartFollowing(chart: ChartSpec | null, before: Query, after: Query): ChartSpec | null {
  if (chart === null) return null
  const renamed = renamedIn(before, after)
  const names = namesOf(chart)
  if (!names.every((name) => renamed.get(name) != null)) return null
  const channels = Object.entries(chart.channels).map(([id, list]) => [
    id,
    list?.map((name) => renamed.get(name) ?? name),
  ])
  return { ...chart, channels: Object.fromEntries(channels) as Channels }
}

/** Pieces that were not there before are marked as changed; the words are those that asked for the change. */
function evidenceFor(before: Reading, after: Query, chart: ChartSpec | null, words: string): Evidence[] {
  const known = new Map(before.evidence.map((each) => [each.piece, each]))
  const old = new Map(piecesOf(before.query, before.chart).map((each) => [pieceOf(each), JSON.stringify(each.of)]))
  return piecesOf(after, chart).flatMap((each): Evidence[] => {
    const piece = pieceOf(each)
    if (old.get(piece) !== JSON.stringify(each.of)) return [{ piece, words, isChanged: true }]
    const evidence = known.get(piece)
    return evidence ? [evidence] : []
  })
}

/** The reading with something changed: its chips, its title and what is marked follow. */
export function changeReading(before: Reading, change: Change, model: SemanticModel, words = ''): Reading {
  const changed = query.parse({ ...before.query, ...change.query })
  const after = query.parse(following(before.query, changed))
  const chart = change.chart === undefined ? chartFollowing(before.chart, before.query, after) : change.chart
  const { chips: _, title: __, asksOne, ...parts } = before
  const isSameOrder =
    JSON.stringify([after.sort, after.limit]) === JSON.stringify([before.query.sort, before.query.limit])
  return makeReading(
    {
      ...parts,
      query: after,
      chart,
      evidence: evidenceFor(before, after, chart, words),
      ...(asksOne && isSameOrder && after.dimensions.length === before.query.dimensions.length ? { asksOne } : {}),
    },
    model,
  )
}
