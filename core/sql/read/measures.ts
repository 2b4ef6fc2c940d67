import type { Measure } from '../../query/measure.ts'
import { aggregateNamed } from './aggregates.ts'
import type { Aggregate } from '../../semantic/vocabulary.ts'
import { columnOf, countedColumn, type Dataset, type DatasetColumn } from './dataset.ts'
import { formulaOf } from './formula.ts'
import { checkAggregate } from './check-aggregate.ts'
import { isOfDays, refuseHalfDays } from './half-days.ts'
import { filterOf } from './read-filter.ts'
import type { Compare } from './read-filter.ts'
import { type Call, type Expression, call } from './syntax.ts'
import { noCounterpart } from './unread.ts'

/** A measure without a name: an aggregate of a column, or a formula of aggregates. */
export function measureOf(node: Expression, dataset: Dataset, compare: Compare): Measure {
  const plain = node.kind === 'call' ? aggregateOf(medianDay(node, dataset) ?? deviation(node), dataset, compare) : null
  if (plain?.aggregate === 'median') refuseHalfDays(node, dataset)
  return plain ?? { aggregate: 'formula', formula: formulaOf(node, dataset) }
}

/** The median inside `CAST(median(day) AS DATE)`. */
function medianDay({ name, of: [inner] }: Call, dataset: Dataset): Call | null {
  if (name !== 'cast date' || inner?.kind !== 'call' || aggregateNamed(inner.name) !== 'median') return null
  return isOfDays(inner, dataset) ? inner : null
}

/** `sqrt(var_samp(x))` is the standard deviation. */
function deviation(node: Call): Call {
  const [inner] = node.of
  const isRoot = node.name === 'sqrt' && inner?.kind === 'call' && aggregateNamed(inner.name) === 'variance'
  return isRoot ? { ...inner, name: 'stddev_samp' } : node
}

/** Null unless it aggregates a plain column. */
function aggregateOf(node: Call, dataset: Dataset, compare: Compare): Measure | null {
  const aggregate = aggregateNamed(node.name)
  if (aggregate === null) return null
  checkAggregate(node, aggregate)
  const [of, where] = chosen(node)
  const column = of && !countsRows(of, node) ? columnIn(of, aggregate, dataset) : null
  if (column === null && !countsRows(of, node)) return null
  return {
    aggregate: node.isDistinct ? 'distinct' : aggregate,
    ...(column && { column: column.name }),
    ...(aggregate === 'quantile' && { quantile: fractionOf(node) }),
    ...(where && { filter: filterOf(where, true, compare) }),
  }
}

const columnIn = (of: Expression, aggregate: Aggregate, dataset: Dataset): DatasetColumn | null =>
  columnOf(of, dataset) ?? (aggregate === 'sum' || aggregate === 'mean' ? countedColumn(of, dataset) : null)

/** `count(*)`, `count()` and `count(1)`. */
const countsRows = (of: Expression | undefined, { name, isDistinct }: Call): boolean =>
  name === 'count' &&
  !isDistinct &&
  (of === undefined || of.kind === 'star' || (of.kind === 'value' && of.value !== null))

/** `sum(CASE WHEN … THEN x END)` is `sum(x) FILTER (WHERE …)`. */
function chosen({ of: [of], where }: Call): readonly [Expression | undefined, Expression | null] {
  if (of?.kind !== 'call' || of.name !== 'case') return [of, where]
  const [when, then, otherwise, more] = of.of
  const isChoice = !more && (!otherwise || (otherwise.kind === 'value' && otherwise.value === null))
  if (!when || !then || !isChoice) return [of, where]
  return [then, where ? call('and', [where, when], when) : when]
}

function fractionOf({ of: [, fraction], ...node }: Call): number {
  const at = fraction?.kind === 'value' ? Number(fraction.value) : Number.NaN
  return at >= 0 && at <= 1
    ? at
    : noCounterpart(fraction ?? node, 'This quantile', 'Write a number from 0 to 1, as in quantile_cont(column, 0.9).')
}
