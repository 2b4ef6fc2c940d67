import { formatCell } from '../../format/format-cell.ts'
import { formatPercent } from '../../format/format-number.ts'
import type { Filter } from '../../query/filter.ts'
import { type QueryInput, query as querySchema } from '../../query/query.ts'
import type { Format } from '../../semantic/vocabulary.ts'
import type { Table } from '../../table/table.ts'
import type { RunQuery } from '../insight.ts'
import { cellsOf, numbersOf } from '../result.ts'
import type { Grouping } from '../subject.ts'
import { type Changed, evidenceOf, figureOf, type Groups, isReversed, type Part, partsOf } from './parts.ts'

/** A change to be explained: a figure in two periods, or in two sets of rows. */
export type Change = {
  readonly dataset: string
  readonly changed: Changed
  /** The column that is summed or averaged; null for a number of rows. */
  readonly column: string | null
  readonly label: string
  readonly format: Format
  readonly before: { readonly filter: Filter; readonly label: string }
  readonly after: { readonly filter: Filter; readonly label: string }
  /** Filters of both. */
  readonly filters: readonly Filter[]
}

/** What one grouping says of a change. */
type Driver = {
  readonly grouping: string
  readonly parts: readonly Part[]
  /** How much more its parts differ from their sizes than chance explains, in deviations. */
  readonly evidence: number
  readonly query: QueryInput
}

export type Explanation = {
  readonly before: number
  readonly after: number
  readonly change: number
  /** Groupings, the one that explains most first. */
  readonly drivers: readonly Driver[]
  readonly sentences: readonly string[]
}

/** Evidence, in deviations, below which a grouping explains nothing. */
const leastEvidence = 3

const measuresOf = (filter: Filter, side: string, column: string | null): NonNullable<QueryInput['measures']> => [
  { aggregate: 'count', ...(column === null ? {} : { column }), filter, as: `${side} count` },
  ...(column === null
    ? []
    : ([
        { aggregate: 'mean', column, filter, as: `${side} mean` },
        { aggregate: 'variance', column, filter, as: `${side} variance` },
      ] as const)),
]

function groupsIn(table: Table, grouping: Grouping, side: string): Groups {
  const [counts = [], means = [], variances = []] = ['count', 'mean', 'variance'].map((part) =>
    numbersOf(table, `${side} ${part}`),
  )
  const known = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value)
  return new Map(
    cellsOf(table, grouping.name).flatMap((cell, row) => {
      const count = known(counts[row])
      return count > 0
        ? [[grouping.say(cell), { count, mean: known(means[row]), variance: known(variances[row]) }] as const]
        : []
    }),
  )
}

type Compared = { readonly driver: Driver; readonly before: number; readonly after: number }

async function compare(change: Change, grouping: Grouping, run: RunQuery): Promise<Compared | null> {
  const query: QueryInput = {
    dataset: change.dataset,
    dimensions: [grouping.dimension],
    measures: [
      ...measuresOf(change.before.filter, 'before', change.column),
      ...measuresOf(change.after.filter, 'after', change.column),
    ],
    filters: [...change.filters],
  }
  const table = await run(querySchema.parse(query))
  if (!table) return null
  const [before, after] = [groupsIn(table, grouping, 'before'), groupsIn(table, grouping, 'after')]
  const parts = partsOf(before, after, change.changed)
  return {
    driver: { grouping: grouping.label, parts, evidence: evidenceOf(parts), query },
    before: figureOf(before, change.changed),
    after: figureOf(after, change.changed),
  }
}

function sentenceOf({ grouping, parts }: Driver, change: number, say: (value: number) => string): string {
  const [top] = parts
  if (!top) return ''
  const part = top.total / change
  // A part against the change, or several times as large, is no share of it.
  const share = part > 0 && part <= 1 ? ` (${formatPercent(part)} of the change)` : ''
  const how = top.isNew
    ? 'it is new'
    : top.isGone
      ? 'it is gone'
      : Math.abs(top.volume) >= Math.abs(top.rate)
        ? `mostly by ${top.volume < 0 ? 'fewer' : 'more'} rows`
        : `mostly by ${top.rate < 0 ? 'lower' : 'higher'} values`
  return `By ${grouping}, ${top.name} moved most for its size: ${say(top.total)}${share}, ${how}.`
}

function sentencesOf(change: Change, { before, after, drivers }: Omit<Explanation, 'sentences'>): readonly string[] {
  const difference = after - before
  const say = (value: number): string => formatCell(value, change.format)
  const part = before === 0 ? '' : ` (${formatPercent(difference / before)})`
  const moved = difference < 0 ? 'fell' : difference > 0 ? 'rose' : 'stayed as it was'
  const first = `${change.label} ${moved}: from ${say(before)} in ${change.before.label} to ${say(after)} in ${change.after.label}${part}.`
  const clear = drivers.filter(({ evidence }) => evidence >= leastEvidence)
  const [nearest] = drivers
  if (clear.length === 0 && nearest)
    return [
      first,
      sentenceOf(nearest, difference, say),
      'Chance alone could split it so: no group stands out for sure.',
    ]
  const reversed = change.changed === 'mean' ? clear.filter(({ parts }) => isReversed(parts, difference)) : []
  return [
    first,
    ...clear.slice(0, 3).map((driver) => sentenceOf(driver, difference, say)),
    ...reversed.map(
      ({ grouping }) => `Within every ${grouping} it moved the other way: what changed is how many rows each has.`,
    ),
  ]
}

/** What a change is due to, by each grouping; null if no Query could be answered. */
export async function explainChange(
  change: Change,
  groupings: readonly Grouping[],
  run: RunQuery,
): Promise<Explanation | null> {
  const compared: Compared[] = []
  for (const grouping of groupings) {
    const found = await compare(change, grouping, run)
    if (found) compared.push(found)
  }
  const [first] = compared
  if (!first) return null
  const { before, after } = first
  const drivers = compared
    .map(({ driver }) => driver)
    .filter(({ parts }) => parts.length > 1)
    .toSorted((a, b) => b.evidence - a.evidence)
  const found = { before, after, change: after - before, drivers }
  return { ...found, sentences: sentencesOf(change, found) }
}
