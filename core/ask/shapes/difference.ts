import type { Filter } from '../../query/filter.ts'
import type { Dimension } from '../../query/dimension.ts'
import type { Measure } from '../../query/measure.ts'
import { plural } from '../../charts/labels.ts'
import { capital, formatOfOperand, formulaOf, labelOfOperand, measureOfFormula } from '../rules/operand.ts'
import type { DraftFilter, DraftMeasure, Side } from '../rules/piece.ts'
import { impliedMeasure } from '../compose/read-measures.ts'
import { nounOf, type Draft } from '../compose/draft.ts'
import { dimensionOf, measureOf, type Plan } from './plan.ts'

const oneOf = (column: string, value: string | number | boolean): Filter => ({ op: 'in', column, values: [value] })

type Found = { readonly sides: readonly [Side, Side]; readonly rest: readonly DraftFilter[] }

/** The two sides that are set against each other: two values of one column, or two periods; and what else is asked. */
function sidesOf(draft: Draft): Found | null {
  if (draft.sides) return { sides: draft.sides, rest: draft.filters }
  const [first, second, ...more] = draft.periods
  if (first && second && more.length === 0) {
    const rest = draft.filters.filter(({ words }) => words !== 'periods')
    return { sides: [first, second], rest }
  }
  for (const one of draft.filters) {
    const { filter } = one
    if (filter.op !== 'in' || filter.values.length !== 2) continue
    const [a, b] = filter.values as [string, string]
    const rest = draft.filters.filter((other) => other !== one)
    return {
      sides: [
        { filter: oneOf(filter.column, a), text: String(a) },
        { filter: oneOf(filter.column, b), text: String(b) },
      ],
      rest,
    }
  }
  return null
}

type Compared = { readonly measure: Measure; readonly beside: readonly Measure[] }

/** Each side by itself, where no formula says what is left out of it. */
function besideEachOther(measure: DraftMeasure, sides: readonly [Side, Side]): Compared | null {
  const made = measureOf(measure)
  if (made.filter || made.aggregate === 'formula') return null
  const [first, second] = sides.map(({ filter, text }): Measure => ({
    ...made,
    filter,
    as: capital(text).slice(0, 200),
  }))
  return first && second ? { measure: first, beside: [second] } : null
}

/** `2022` of `Order date in 2022`: what a side is called beside the other. */
const nameOfSide = ({ text }: Side, column: string): string =>
  text.startsWith(`${column} `) ? text.slice(column.length + 1).replace(/^in /, '') : text

function compared(
  draft: Draft,
  measure: DraftMeasure,
  [a, b]: readonly [Side, Side],
  isGrowth: boolean,
): Compared | null {
  const [first, second] = [formulaOf(measure, a.filter), formulaOf(measure, b.filter)]
  if (first === null || second === null) return besideEachOther(measure, [a, b])
  const time = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)?.label ?? ''
  const [one, other] = [nameOfSide(a, time), nameOfSide(b, time)]
  const label = labelOfOperand(measure.aggregate, measure.column, plural(nounOf(draft)))
  const format = formatOfOperand(measure)
  return {
    measure: isGrowth
      ? measureOfFormula(`(${second}) / (${first}) - 1`, `Growth of ${label}, ${one} to ${other}`, 'percent')
      : measureOfFormula(`(${first}) - (${second})`, capital(`${label}, ${one} less ${other}`), format),
    beside: [measureOfFormula(first, capital(one), format), measureOfFormula(second, capital(other), format)],
  }
}

/** The groups beside the two sides; growth from one period to another is not cut by time. */
function groupsBeside(draft: Draft, sides: readonly Side[], isGrowth: boolean): readonly Dimension[] {
  const names = new Set(sides.flatMap(({ filter }) => ('column' in filter ? [filter.column] : [])))
  return draft.groups
    .filter(({ column }) => !names.has(column.name) && !(isGrowth && column.role === 'time'))
    .map(dimensionOf)
}

/** When a period begins, as its filter says it; empty for what is no period. */
function startOf({ filter }: Side): string {
  if (filter.op === 'in') return String(filter.values[0] ?? '')
  const first = filter.op === 'and' ? filter.filters[0] : undefined
  return first?.op === 'greaterOrEqual' ? String(first.value) : ''
}

/**
 * Growth is from the earlier of two periods, whichever was named first: `H2 compared with H1, % change`. How much it
 * went up is the later less the earlier.
 */
function inOrder({ marks, along, periods }: Draft, [a, b]: readonly [Side, Side]): readonly [Side, Side] {
  const isTurned = along?.how === 'growth' && periods.length === 2 && startOf(b) < startOf(a)
  const [earlier, later] = isTurned ? [b, a] : [a, b]
  return marks.has('amount') ? [later, earlier] : [earlier, later]
}

const surenessBy = (measures: number): number => (measures === 0 ? 0.7 : measures > 1 ? 0.6 : 1)

/** Is it asked for as a percentage of the earlier of two periods? */
const isPercent = (draft: Draft): boolean =>
  draft.along?.how === 'growth' && draft.periods.length === 2 && !draft.marks.has('amount')

/** The figure of one side less that of the other, or how much it grew from one period to the next. */
export function difference(draft: Draft): Plan | null {
  const isGrowth = draft.along?.how === 'growth'
  const isAsked = draft.marks.has('difference') || isGrowth || draft.sides
  if (!isAsked || draft.rank !== null || draft.chart !== null) return null
  const found = sidesOf(draft)
  if (found === null) return isGrowth ? null : ofMeasures(draft)
  return ofSides(draft, found, isGrowth)
}

/** The figure of the one of two periods set against that of the other. */
export function setAgainst(draft: Draft): Plan | null {
  const found = sidesOf(draft)
  return found && ofSides(draft, found, true)
}

function ofSides(draft: Draft, { sides, rest }: Found, isGrowth: boolean): Plan | null {
  const drafted = draft.measures[0] ?? impliedMeasure(draft)
  const told = compared(draft, drafted, inOrder(draft, sides), isPercent(draft))
  if (told === null) return null
  return {
    dimensions: groupsBeside(draft, sides, isGrowth),
    measures: [told.measure, ...told.beside],
    columns: [],
    filters: rest,
    sort: [],
    limit: null,
    chart: null,
    factor: surenessBy(draft.measures.length),
  }
}

/** `difference between actual and forecast`: one figure less another. */
function ofMeasures(draft: Draft): Plan | null {
  const [first, second, ...more] = draft.measures
  if (!first || !second || more.length > 0) return null
  const [a, b] = [formulaOf(first), formulaOf(second)]
  if (a === null || b === null) return null
  const label = (measure: DraftMeasure): string => labelOfOperand(measure.aggregate, measure.column, 'rows')
  return {
    dimensions: draft.groups.map(dimensionOf),
    measures: [
      measureOfFormula(`${a} - ${b}`, capital(`${label(first)} less ${label(second)}`), formatOfOperand(first)),
    ],
    columns: [],
    filters: draft.filters,
    sort: [],
    limit: null,
    chart: null,
    factor: 0.9,
  }
}
