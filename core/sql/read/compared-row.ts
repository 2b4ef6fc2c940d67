import type { Scalar } from '../../query/filter.ts'
import { isMoment } from '../../query/type-rules.ts'
import { columnOf, type Dataset, type DatasetColumn } from './dataset.ts'
import { lookUp } from './look-up.ts'
import { literalOf, scalarFor } from './literal.ts'
import { type Compared, plainCompared } from './read-filter.ts'
import type { Call, Expression } from './syntax.ts'

/** The left side of a comparison: a column, or its day, month or year, which filters express as a period. */
export function comparedRow(node: Expression, dataset: Dataset): Compared | null {
  return plainCompared(columnOf(node, dataset)) ?? (node.kind === 'call' ? periodOf(node, dataset) : null)
}

function periodOf(node: Call, dataset: Dataset): Compared | null {
  const moment = node.of.at(-1)
  const column = moment && columnOf(moment, dataset)
  if (!column || !isMoment(column.type)) return null
  const unit = unitOf(node)
  return unit && { ...column, scalar: (value) => scalars[unit](value, column) }
}

type Unit = 'date' | 'month' | 'year' | 'number of the year'

const units: Readonly<Record<string, Unit>> = {
  'cast date': 'date',
  'date_trunc day': 'date',
  'date_trunc month': 'month',
  'date_trunc year': 'year',
  year: 'number of the year',
  'date_part year': 'number of the year',
  'datepart year': 'number of the year',
}

/** The unit of `CAST(c AS DATE)`, `date_trunc('month', c)`, `year(c)` or `date_part('year', c)`. */
function unitOf({ name, of: [first, second] }: Call): Unit | null {
  const wanted = second && first?.kind === 'value' ? `${name} ${String(first.value).toLowerCase()}` : name
  return lookUp(units, wanted)
}

/** The first day of a period names it; any other day names none. */
const scalars: Readonly<Record<Unit, (value: Expression, column: DatasetColumn) => Scalar | null>> = {
  date: (value, column) => scalarFor(value, { ...column, type: 'date' }),
  month: (value, column) => firstDay(value, column, /^(\d{4}-\d{2})-01$/),
  year: (value, column) => firstDay(value, column, /^(\d{4})-01-01$/),
  'number of the year': (value) => {
    const year = literalOf(value)
    return typeof year === 'number' && Number.isInteger(year) && year > 0 && year < 10_000
      ? String(year).padStart(4, '0')
      : null
  },
}

function firstDay(value: Expression, column: DatasetColumn, shape: RegExp): string | null {
  const day = scalarFor(value, { ...column, type: 'date' })
  return typeof day === 'string' ? (shape.exec(day)?.[1] ?? null) : null
}
