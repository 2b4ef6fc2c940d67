import { formatPercent } from '../../format/format-number.ts'
import type { ResultColumn } from '../../charts/result-columns.ts'
import { inFormat, nameAt, numbered, type Result } from './result.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function changed(from: number, to: number): string {
  if (from === to) return 'ended where it began'
  const direction = to > from ? 'rose' : 'fell'
  return from > 0 && to >= 0 ? `${direction} by ${formatPercent(Math.abs(to - from) / from)}` : direction
}

/** A measure along time: first, last, change, peak and low. */
export function tellTrend(result: Result, measure: ResultColumn): string {
  const points = [...numbered(result, measure)]
  const along = result.groups[0]
  if (along && along.column.type !== 'text') {
    const { values } = along.column
    points.sort((a, b) => (values[a.row] ?? 0) - (values[b.row] ?? 0))
  }
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return ''
  const peak = points.reduce((best, point) => (point.value > best.value ? point : best))
  const low = points.reduce((best, point) => (point.value < best.value ? point : best))
  const at = ({ row, value }: { row: number; value: number }): string =>
    `${nameAt(result, row)} (${inFormat(value, measure)})`
  const opening = `${capital(measure.part.label)} ${changed(first.value, last.value)} from ${at(first)} to ${at(last)}${result.where}.`
  return peak.value === low.value
    ? `${opening} It was the same throughout.`
    : `${opening} The highest was ${at(peak)}, the lowest ${at(low)}.`
}
