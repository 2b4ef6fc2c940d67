import type { ResultColumn } from '../../charts/result-columns.ts'
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
function totalOf(result: Result, points: readonly Point[]): number | null {
  const total = points.reduce((sum, point) => sum + point.value, 0)
  const isWhole = sumsUp(result) && result.data.table.rows < result.reading.query.limit
  return isWhole && points.length > 1 && total > 0 && points.every((point) => point.value >= 0) ? total : null
}

const ranked = 5

/** The end of a ranking: `West has the highest total sales, 725,458.` */
export function tellRanking(result: Result, measure: ResultColumn): string {
  const points = numbered(result, measure)
  const end = result.reading.query.sort[0]?.direction === 'ascending' ? 'lowest' : 'highest'
  const [first, ...others] = points
  if (first === undefined) return 'No group has a value.'
  const what = `${superlative(result, measure, end)}${result.where}`
  if (others.length === 0) return `${nameAt(result, first.row)} has ${what}: ${inFormat(first.value, measure)}.`
  const shown = points.slice(0, ranked).map(({ row, value }) => `${nameAt(result, row)} (${inFormat(value, measure)})`)
  const more = points.length > ranked ? [`${points.length - ranked} more`] : []
  return `The ${countedGroups(result, points.length)} with ${what} are ${listed([...shown, ...more])}.`
}

/** Two groups: the higher, and the other. */
function tellTwo(result: Result, measure: ResultColumn, [most, least]: readonly [Point, Point]): string {
  const total = totalOf(result, [most, least])
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
  const total = totalOf(result, points)
  const tail = ({ value }: Point, of: string): string =>
    total === null ? inFormat(value, measure) : `${inFormat(value, measure)}, ${formatPercent(value / total)}${of}`
  const lowest = superlative(result, measure, 'lowest').split(' ')[1] ?? 'lowest'
  const shared = points.filter(({ value }) => value === least.value).length
  const end = shared > 1 ? `${counted(shared, 'other')} share` : `${nameAt(result, least.row)} has`
  return `Of ${groups}, ${nameAt(result, most.row)} has ${superlative(result, measure, 'highest')}${result.where} (${tail(most, ' of the total')}) and ${end} the ${lowest} (${tail(least, '')}).`
}

/** Every group: the most, the least, and how many there are. */
export function tellGroups(result: Result, measure: ResultColumn): string {
  const points = numbered(result, measure)
  const [first, second, third] = points
  if (result.reading.query.limit < 1000) return tellRanking(result, measure)
  if (first === undefined) return 'No group has a value.'
  if (second === undefined) {
    const value = isCount(result, measure)
      ? counted(first.value, result.model.entity)
      : `${told(measure)} is ${inFormat(first.value, measure)}`
    return `There is only ${nameAt(result, first.row)}${result.where}: ${value}.`
  }
  const isTwo = third === undefined && first.value !== second.value
  const pair = first.value > second.value ? ([first, second] as const) : ([second, first] as const)
  return isTwo ? tellTwo(result, measure, pair) : tellMany(result, measure, points)
}
