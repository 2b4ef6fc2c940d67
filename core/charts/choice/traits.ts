import type { ChartData, Intent } from '../chart.ts'
import { dimensionsOf, distinctIn, listedNumbers, measuresOf, numberAt, resultColumns } from '../result-columns.ts'
import type { ResultColumn } from '../result-columns.ts'

/** Up to how many groups each word for their number reaches; more are a crowd. */
const sizes = [
  ['one group', 1],
  ['few groups', 4],
  ['some groups', 8],
  ['many groups', 20],
] as const
const mostCounted = 21

function sizeOf(data: ChartData, { column }: ResultColumn): string {
  const count = distinctIn(data, column, mostCounted)
  return sizes.find(([, most]) => count <= most)?.[0] ?? 'a crowd of groups'
}

function traitsOfGroups(data: ChartData): readonly string[] {
  const groups = dimensionsOf(data)
  const [first] = groups
  if (first === undefined) return ['no group']
  const kinds = new Set(groups.map(({ part }) => part.kind))
  return [groups.length > 1 ? 'two groups' : sizeOf(data, first), ...[...kinds].map((kind) => `by ${kind}`)]
}

/** The greatest figure in comparison with the middle one, from where on the others are hard to see beside it. */
const skewed = 8

function traitsOfValues({ table }: ChartData, { column }: ResultColumn): readonly string[] {
  const values = Array.from({ length: table.rows }, (_, row) => numberAt(column, row))
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const [least, middle, most] = [known[0] ?? 0, known[Math.floor(known.length / 2)] ?? 0, known.at(-1) ?? 0]
  return [
    ...(known.length < values.length ? ['gaps'] : []),
    ...(least < 0 ? ['below zero'] : []),
    ...(least >= 0 && most > skewed * middle ? ['skewed'] : []),
  ]
}

function traitsOfFigures(data: ChartData): readonly string[] {
  const [first, ...others] = measuresOf(data)
  if (first === undefined) return listedNumbers(data).length > 1 ? ['pairs of numbers'] : ['listed']
  const isShare = first.format === 'percent' && first.part.isAverage !== true
  return [
    ...(others.length > 0 ? ['several figures'] : []),
    ...(first.part.isAverage ? ['averages'] : []),
    ...(isShare ? ['shares'] : []),
    ...traitsOfValues(data, first),
  ]
}

/** What is known of a result, and what its question wants to see, in words that weights are kept by. */
export function traitsOf(data: ChartData, wants: readonly Intent[]): readonly string[] {
  if (resultColumns(data).length === 0) return []
  return [
    'any',
    ...traitsOfGroups(data),
    ...traitsOfFigures(data),
    ...(wants.length > 0 ? wants.map((want) => `wants ${want}`) : []),
  ]
}
