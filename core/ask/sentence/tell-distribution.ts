import type { ResultColumn } from '../../charts/result-columns.ts'
import { inSentence } from '../../charts/labels.ts'
import { formatNumber, formatPercent } from '../../format/format-number.ts'
import { cellAt } from '../../table/table.ts'
import { counted, inFormat, numbered, type Result } from './result.ts'

/** Numbers cut into bins: where most of them lie, and how far they reach. */
export function tellDistribution(result: Result, measure: ResultColumn): string {
  const [group] = result.groups
  const points = numbered(result, measure).filter(({ row }) => group && cellAt(group.column, row) !== null)
  const total = points.reduce((sum, { value }) => sum + value, 0)
  if (!group || group.column.type === 'text' || total === 0) return ''
  const { values } = group.column
  const edges = points
    .map(({ row }) => values[row] ?? Number.NaN)
    .filter((edge) => !Number.isNaN(edge))
    .sort((a, b) => a - b)
  const width = Math.min(...edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0)))
  const fullest = points.reduce((best, point) => (point.value > best.value ? point : best))
  const from = values[fullest.row] ?? Number.NaN
  const label = inSentence(group.part.label)
  if (Number.isNaN(from) || !Number.isFinite(width))
    return `All ${counted(total, result.model.entity)} lie in one range of ${label}${result.where}.`
  const range = `${inFormat(from, group)} to ${inFormat(from + width, group)}`
  const share = formatPercent(fullest.value / total)
  const reach = `${formatNumber(edges[0] ?? 0)} to ${formatNumber((edges.at(-1) ?? 0) + width)}`
  return `Most often ${label} is ${range}: ${counted(fullest.value, result.model.entity)}, ${share} of the total${result.where}. The ranges run from ${reach}.`
}
