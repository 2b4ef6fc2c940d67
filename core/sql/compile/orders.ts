import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import { nameOfMeasure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { isMoment } from '../../query/type-rules.ts'
import { daysFrom } from '../moments/cut.ts'
import { isNamed } from '../select.ts'
import type { Sql } from '../sql.ts'
import { comparable, ordered, type Term, type Writing } from '../term.ts'

/** One sort key. */
type Order = { readonly term: Term; readonly descending: boolean }

/** A dimension in chronological order: weekdays start at the first of the week. */
export const running = ({ sql: value, type }: Term, { part }: Dimension, writing: Writing): Term =>
  part === 'dayOfWeek' ? { type, sql: daysFrom(value, writing) } : { sql: value, type }

const runs = ({ grain, part, binWidth }: Dimension, { type }: Term): boolean =>
  grain !== undefined || part !== undefined || binWidth !== undefined || isMoment(type)

type Result = (name: string) => Term

/** The Query's sort, or the default order of groups; ties by dimensions, ascending. */
export function ordersOf(query: Query, result: Result, writing: Writing): readonly Order[] {
  const { dimensions, measures, sort } = query
  const ascending = (term: Term): Order => ({ term, descending: false })
  const own = (dimension: Dimension): Term => result(nameOfDimension(dimension))
  const inOrder = dimensions
    .filter((one) => runs(one, own(one)))
    .map((one) => ascending(running(own(one), one, writing)))
  const [first] = measures
  const standing =
    inOrder.length > 0 ? inOrder : first ? [{ term: result(nameOfMeasure(first)), descending: true }] : []
  const asked = sort.map(({ by, direction }) => ({ term: result(by), descending: direction === 'descending' }))
  return once([...(sort.length > 0 ? asked : standing), ...dimensions.map((one) => ascending(own(one)))])
}

/** Drops keys that an earlier one already covers. */
function once(orders: readonly Order[]): readonly Order[] {
  const seen = new Set<string>()
  return orders.filter(({ term }) => {
    const key = JSON.stringify(term.sql.pieces)
    return !seen.has(key) && seen.add(key)
  })
}

/** True if a result sorts by a plain column, so ORDER BY can stand beside GROUP BY. */
export function isPlainOrder({ term }: Order, { dialect }: Writing): boolean {
  const [only] = comparable(term, dialect).pieces.filter((piece) => piece.type !== 'text' || piece.text !== '')
  return dialect.hasNullsLast && only?.type === 'name' && isNamed(comparable(term, dialect), only.path.at(-1) ?? '')
}

export const writeOrder = ({ term, descending }: Order, { dialect }: Writing): Sql => ordered(term, descending, dialect)
