import { columnOf, labelOf } from '../../charts/labels.ts'
import { formatMoment } from '../../format/format-moment.ts'
import { addGrain, dayLength } from '../../query/calendar/grain.ts'
import { columnsOfFilter } from '../../query/columns-of-query.ts'
import { nameOfDimension, type Dimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Column, Table } from '../../table/table.ts'
import { boundsOf } from '../filter-words.ts'
import type { Reading } from '../reading.ts'

const wide = new Set(['week', 'month', 'quarter', 'year'])

/** Averages of a part are averages; only what adds up looks smaller for a part of a period. */
const addsUp = ({ measures }: Query): boolean =>
  measures.some(
    ({ aggregate, share, over }) => ['sum', 'count', 'distinct'].includes(aggregate) && !share && over === undefined,
  )

/** The stretch of time that the rows cover, and how far apart their moments usually are. */
type Covered = {
  readonly from: number
  readonly to: number
  readonly cutFrom: number | null
  readonly cutTo: number | null
}

function coveredBy(
  { range, distinct }: SemanticColumn,
  column: string,
  asked: Query,
  model: SemanticModel,
): Covered | null {
  if (range === null || distinct < 2) return null
  const gap = ((range.max - range.min) / (distinct - 1)) * 1.5
  const own = asked.filters.filter((each) => columnsOfFilter(each).includes(column))
  const bounds = own.map((each) => boundsOf(each.op === 'and' ? each.filters : [each], model))
  const froms = bounds.flatMap((each) => (each?.from == null ? [] : [each.from]))
  const tos = bounds.flatMap((each) => (each?.to == null ? [] : [each.to]))
  return {
    from: range.min - gap,
    to: range.max + gap,
    cutFrom: froms.length > 0 ? Math.max(...froms) : null,
    cutTo: tos.length > 0 ? Math.min(...tos) : null,
  }
}

/** The first and last moment of a column of a result. */
function endsOf(column: Column | undefined): readonly [number, number] | null {
  if (column === undefined || column.type === 'text') return null
  const known = [...column.values].filter((value) => Number.isFinite(value))
  return known.length > 1 ? [Math.min(...known), Math.max(...known)] : null
}

type Timed = Dimension & { readonly grain: NonNullable<Dimension['grain']> }
const isTimed = (dimension: Dimension): dimension is Timed => dimension.grain !== undefined && wide.has(dimension.grain)

/** Why the first period shown is one in part; null where it is whole. */
function partAtStart(first: number, { from, cutFrom }: Covered, said: Said): string | null {
  if (cutFrom !== null && cutFrom > first + dayLength) return said.cut
  return from > first + dayLength ? `the data begin on ${said.begin}` : null
}

/** The same of the last one, by its end. */
function partAtEnd(end: number, { to, cutTo }: Covered, said: Said): string | null {
  if (cutTo !== null && cutTo < end - dayLength) return said.cut
  return to < end - dayLength ? `the data end on ${said.end}` : null
}

type Said = { readonly cut: string; readonly begin: string; readonly end: string }

/** Periods at the ends that the data, or a condition, cover only in part: their sums are those of a part. */
export function incompletePeriods(
  { reading, table }: { readonly reading: Reading; readonly table: Table },
  model: SemanticModel,
): readonly string[] {
  const { query: asked } = reading
  const dimension = asked.dimensions.find(isTimed)
  const column = dimension && columnOf(model, dimension.column)
  const ends = dimension && endsOf(table.columns.find(({ name }) => name === nameOfDimension(dimension)))
  const covered = column && coveredBy(column, column.name, asked, model)
  if (!column?.range || !ends || !covered || !addsUp(asked)) return []
  const { grain } = dimension
  const said: Said = {
    cut: `the condition on ${labelOf(model, column.name)} takes a part of it`,
    begin: formatMoment(column.range.min, 'day'),
    end: formatMoment(column.range.max, 'day'),
  }
  const [first, last] = ends
  const parts = [
    { moment: first, why: partAtStart(first, covered, said) },
    { moment: last, why: partAtEnd(addGrain(last, grain, 1), covered, said) },
  ]
  return parts.flatMap(({ moment, why }) => (why ? [`${formatMoment(moment, grain)} is not complete: ${why}.`] : []))
}
