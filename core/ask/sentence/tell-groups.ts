import type { ResultColumn } from '../../charts/result-columns.ts'
import { cellAt } from '../../table/table.ts'
import { formatPercent } from '../../format/format-number.ts'
import {
  counted,
  countedGroups,
  inFormat,
  isCount,
  listed,
  nameAt,
  numbered,
  superlative,
  told,
  type Result,
} from './result.ts'

type Point = { readonly row: number; readonly value: number }

const sumsUp = ({ reading }: Result): boolean => {
  const [first] = reading.query.measures
  return (
    first !== undefined &&
    !first.share &&
    (first.aggregate === 'sum' || (first.aggregate === 'count' && first.column === undefined))
  )
}

/** What the shares are of: null where the groups shown do not add up to one whole. */
function totalOf(result: Result, measure: ResultColumn, points: readonly Point[]): number | null {
  const total = numbered(result, measure).reduce((sum, point) => sum + point.value, 0)
  const { limit, having } = result.reading.query
  const isWhole = sumsUp(result) && having.length === 0 && result.data.table.rows < limit
  return isWhole && points.length > 1 && total > 0 && points.every((point) => point.value >= 0) ? total : null
}

const ranked = 5

/** The one asked after, and those next to it: `West has the highest total sales: 725,458. Next are …` */
function tellOne(result: Result, measure: ResultColumn, points: readonly Point[]): string {
  const end = result.reading.query.sort[0]?.direction === 'ascending' ? 'lowest' : 'highest'
  const [first, ...others] = points
  if (first === undefined) return 'No group has a value.'
  const value = inFormat(first.value, measure)
  const equal = others.filter((point) => point.value === first.value)
  const told = `${superlative(result, measure, end)}${result.where}: ${value}.`
  if (equal.length > 0)
    return `${listed([first, ...equal].map(({ row }) => nameAt(result, row)))} ${equal.length === 1 ? 'both' : 'all'} have ${told}`
  const next = others.slice(0, 2).map(({ row, value: other }) => `${nameAt(result, row)} (${inFormat(other, measure)})`)
  const after = next.length > 0 ? ` Next ${next.length > 1 ? 'are' : 'is'} ${listed(next)}.` : ''
  return `${nameAt(result, first.row)} has ${told}${after}`
}

/** The end of a ranking: `West has the highest total sales, 725,458.` */
export function tellRanking(result: Result, measure: ResultColumn): string {
  const points = numbered(result, measure)
  const end = result.reading.query.sort[0]?.direction === 'ascending' ? 'lowest' : 'highest'
  const [first, ...others] = points
  if (first === undefined) return 'No group has a value.'
  const what = `${superlative(result, measure, end)}${result.where}`
  if (others.length === 0 || result.reading.asksOne) return tellOne(result, measure, points)
  const shown = points.slice(0, ranked).map(({ row, value }) => `${nameAt(result, row)} (${inFormat(value, measure)})`)
  const more = points.length > ranked ? [`${points.length - ranked} more`] : []
  return `The ${countedGroups(result, points.length)} with ${what} are ${listed([...shown, ...more])}.`
}

/** Two groups: the higher, and the other. */
function tellTwo(result: Result, measure: ResultColumn, [most, least]: readonly [Point, Point]): string {
  const total = totalOf(result, measure, [most, least])
  const share = ({ value }: Point, of = ''): string => (total === null ? '' : ` (${formatPercent(value / total)}${of})`)
  const what = isCount(result, measure) ? `more ${told(measure)}` : `the higher ${told(measure)}`
  return `${nameAt(result, most.row)} has ${what}${result.where}: ${inFormat(most.value, measure)}${share(most, ' of the total')}, against ${inFormat(least.value, measure)}${share(least)} for ${nameAt(result, least.row)}.`
}

/** Many groups: the highest, the lowest, what part of the total they are, and how many there are. */
function tellMany(result: Result, measure: ResultColumn, points: readonly Point[]): string {
  const most = points.reduce((best, point) => (point.value > best.value ? point : best))
  const least = points.reduce((best, point) => (point.value < best.value ? point : best))
  const groups = countedGroups(result, points.length)
  if (most.value === least.value)
    return `All ${groups} have the same ${told(measure)}${result.where}: ${inFormat(most.value, measure)}.`
  const total = totalOf(result, measure, points)
  const tail = ({ value }: Point, of: string): string =>
    total === null ? inFormat(value, measure) : `${inFormat(value, measure)}, ${formatPercent(value / total)}${of}`
  const lowest = superlative(result, measure, 'lowest').split(' ')[1] ?? 'lowest'
  const shared = points.filter(({ value }) => value === least.value).length
  const end = shared > 1 ? `${counted(shared, 'other')} share` : `${nameAt(result, least.row)} has`
  return `Of ${groups}, ${nameAt(result, most.row)} has ${superlative(result, measure, 'highest')}${result.where} (${tail(most, ' of the total')}) and ${end} the ${lowest} (${tail(least, '')}).`
}

/** Does a row stand for what is not known? */
const isUnknown = ({ groups }: Result, { row }: Point): boolean =>
  groups.some(({ column }) => cellAt(column, row) === null)

/** Several lines along time, added up to one point each where the measure adds up. */
function alongLines(
  result: Result,
  points: readonly Point[],
): { readonly result: Result; readonly points: readonly Point[] } {
  const lines = result.groups.filter(({ part }) => part.kind !== 'time')
  const isLines = lines.length > 0 && lines.length < result.groups.length && sumsUp(result)
  if (!isLines) return { result, points }
  const collapsed = { ...result, groups: lines }
  const sums = new Map<string, Point>()
  for (const { row, value } of points) {
    const name = nameAt(collapsed, row)
    const known = sums.get(name)
    sums.set(name, { row: known?.row ?? row, value: (known?.value ?? 0) + value })
  }
  return { result: collapsed, points: [...sums.values()] }
}

/** Every group: the most, the least, and how many there are; those that are not known stand apart. */
export function tellGroups(result: Result, measure: ResultColumn): string {
  if (result.reading.query.limit < 1000) return tellRanking(result, measure)
  const along = alongLines(result, numbered(result, measure))
  const known = along.points.filter((point) => !isUnknown(along.result, point))
  const [unknown, ...others] = along.points.filter((point) => isUnknown(along.result, point))
  if (known.length === 0 || unknown === undefined || others.length > 0)
    return tellPoints(along.result, measure, along.points)
  const apart = `With ${nameAt(along.result, unknown.row)}: ${inFormat(unknown.value, measure)}.`
  return `${tellPoints(along.result, measure, known)} ${apart}`
}

function tellPoints(result: Result, measure: ResultColumn, points: readonly Point[]): string {
  const [first, second, third] = points
  if (first === undefined) return 'No group has a value.'
  if (second === undefined) {
    const value = isCount(result, measure)
      ? counted(first.value, result.model.entity)
      : `${told(measure)} is ${inFormat(first.value, measure)}`
    return isUnknown(result, first)
      ? `Every row has ${nameAt(result, first.row)}${result.where}: ${value}.`
      : `There is only ${nameAt(result, first.row)}${result.where}: ${value}.`
  }
  const isTwo = third === undefined && first.value !== second.value
  const pair = first.value > second.value ? ([first, second] as const) : ([second, first] as const)
  return isTwo ? tellTwo(result, measure, pair) : tellMany(result, measure, points)
}
