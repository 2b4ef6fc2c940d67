import { inSentence } from '../../charts/labels.ts'
import { formatPercent } from '../../format/format-number.ts'
import type { ResultColumn } from '../../charts/result-columns.ts'
import { inFormat, nameAt, numbered, type Result } from './result.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function changed(from: number, to: number): string {
  if (from === to) return 'ended where it began'
  const direction = to > from ? 'rose' : 'fell'
  return from > 0 && to >= 0 && to <= from * 10
    ? `${direction} ${formatPercent(Math.abs(to - from) / from)}`
    : direction
}

type Point = { readonly row: number; readonly value: number }

/** Before a period of each grain: `in Mar 2024`, `on 12 Mar 2024`. */
const prepositions = { hour: 'at', day: 'on', week: 'in the week of', month: 'in', quarter: 'in', year: 'in' } as const

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
  const { others } = result.conditions
  const where = others.length > 0 ? ` where ${others.join(' and ')}` : ''
  const when = ({ row }: Point): string => `${prepositions[along?.part.grain ?? 'year']} ${nameAt(result, row)}`
  const at = (point: Point): string => `${inFormat(point.value, measure)} ${when(point)}`
  const subject = capital(inSentence(measure.part.label))
  if (peak.value === low.value) return `${subject} stayed at ${at(first)} to ${nameAt(result, last.row)}${where}.`
  return `${subject} ${changed(first.value, last.value)} from ${at(first)} to ${at(last)}${where}. The peak was ${at(peak)}, the low ${at(low)}.`
}
