import type { ResultColumn } from '../../charts/result-columns.ts'
import { inSentence } from '../../charts/labels.ts'
import { formatNumber, formatPercent } from '../../format/format-number.ts'
import { inFormat, nameAt, numbered, superlative, told, type Result } from './result.ts'

type Point = { readonly row: number; readonly value: number }

const sumsUp = ({ reading }: Result): boolean => {
  const [first] = reading.query.measures
  return (
    first !== undefined &&
    !first.share &&
    (first.aggregate === 'sum' || (first.aggregate === 'count' && first.column === undefined))
  )
}

/** `, 32% of the total`, where the groups shown add up to one. */
function shareText(result: Result, { value }: Point, points: readonly Point[]): string {
  const total = points.reduce((sum, point) => sum + point.value, 0)
  const isWhole =
    sumsUp(result) &&
    result.data.table.rows < result.reading.query.limit &&
    points.every((point) => point.value >= 0) &&
    total > 0
  return isWhole && points.length > 1 ? `, ${formatPercent(value / total)} of the total` : ''
}

const isRanking = ({ reading: { query } }: Result): boolean => query.limit < 1000

/** The end of a ranking: `West has the highest total sales: 725,458.` */
function tellRanking(result: Result, measure: ResultColumn, points: readonly Point[]): string {
  const end = result.reading.query.sort[0]?.direction === 'ascending' ? 'lowest' : 'highest'
  const [first, ...others] = points
  if (first === undefined) return ''
  const at = ({ row, value }: Point): string => `${nameAt(result, row)} (${inFormat(value, measure)})`
  if (others.length === 0)
    return `${nameAt(result, first.row)} has ${superlative(result, measure, end)}${result.where}: ${inFormat(first.value, measure)}.`
  const listed = points.slice(0, 5).map(at).join(', ')
  const more = points.length > 5 ? `, and ${points.length - 5} more` : ''
  return `The ${points.length} with ${superlative(result, measure, end)}${result.where}: ${listed}${more}.`
}

/** Every group: the most, the least, and how many there are. */
export function tellGroups(result: Result, measure: ResultColumn): string {
  const points = numbered(result, measure)
  if (isRanking(result)) return tellRanking(result, measure, points)
  const [first] = points
  if (first === undefined) return 'No group has a value.'
  const most = points.reduce((best, point) => (point.value > best.value ? point : best))
  const least = points.reduce((best, point) => (point.value < best.value ? point : best))
  if (points.length === 1)
    return `${nameAt(result, first.row)} is the only one: ${inFormat(first.value, measure)} ${told(measure)}${result.where}.`
  if (most.value === least.value)
    return `All ${points.length} have the same ${told(measure)}: ${inFormat(most.value, measure)}${result.where}.`
  const leastWord = superlative(result, measure, 'lowest').split(' ')[1] ?? 'lowest'
  const by = result.groups.map(({ part }) => inSentence(part.label)).join(' and ')
  const top = `${nameAt(result, most.row)} has ${superlative(result, measure, 'highest')}${result.where}: ${inFormat(most.value, measure)}${shareText(result, most, points)}`
  return `${top}. ${nameAt(result, least.row)} has the ${leastWord}: ${inFormat(least.value, measure)}. Compared by ${by}: ${formatNumber(points.length)}.`
}
