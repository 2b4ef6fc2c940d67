import { cellAt } from '../table/table.ts'
import { nameIn, type ChartSpec } from './chart-spec.ts'
import type { ChartData } from './chart.ts'
import { inSentence, plural } from './labels.ts'
import { naturalOrder } from './natural-rows.ts'
import { joinNotes } from './pivot.ts'
import {
  dimensionsOf,
  distinctIn,
  measuredColumns,
  measuresOf,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  sceneColumn,
  textAt,
  type ResultColumn,
} from './result-columns.ts'
import type { EmptyScene, Part, PartsScene, Scene } from './scenes.ts'

/** One category and one measure that adds up: what parts of a whole need. */
export function hasParts(data: ChartData, most = 10_000): boolean {
  const [x, ...others] = dimensionsOf(data)
  const [measure] = measuresOf(data)
  if (x === undefined || others.length > 0 || measure === undefined || measure.part.isAverage) return false
  return distinctIn(data, x.column) > 1 && distinctIn(data, x.column) <= most && isWhole(data, measure)
}

/** Are there values, and none below zero? */
export function isWhole({ table }: ChartData, { column }: ResultColumn): boolean {
  let total = 0
  for (let row = 0; row < table.rows; row += 1) {
    const value = numberAt(column, row)
    if (value < 0) return false
    if (!Number.isNaN(value)) total += value
  }
  return total > 0
}

type Asked = {
  readonly shape: PartsScene['shape']
  /** As many parts, the last of them for all others. */
  readonly most: number
  /** Largest first; else as the result stands. */
  readonly isRanked: boolean
}

const refused = (reason: string): EmptyScene => ({ kind: 'empty', reason })

type Columns = { readonly x: ResultColumn; readonly y: ResultColumn; readonly group: ResultColumn | null }

function columnsOf(spec: ChartSpec, data: ChartData): Columns | EmptyScene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [y] = measuredColumns(data, [nameIn(spec, 'y') ?? ''])
  if (x === undefined || y === undefined) return missingColumns
  const negative = Array.from({ length: data.table.rows }, (_, row) => numberAt(y.column, row)).some(
    (value) => value < 0,
  )
  if (negative) return refused('Values below zero cannot be parts of a whole.')
  return isWhole(data, y) ? { x, y, group: namedColumn(data, nameIn(spec, 'colour')) ?? null } : noValues
}

function found({ table }: ChartData, { x, y, group }: Columns): Part[] {
  const parts: Part[] = []
  for (let row = 0; row < table.rows; row += 1) {
    const value = numberAt(y.column, row)
    if (Number.isNaN(value) || value === 0) continue
    parts.push({
      label: textAt(x, row),
      value,
      share: 0,
      key: cellAt(x.column, row),
      ...(group ? { group: textAt(group, row) } : {}),
    })
  }
  return parts
}

/** Weekdays, sizes and ranges in their own order, all else the largest first. */
function ordered(parts: readonly Part[], data: ChartData, { x }: Columns): readonly Part[] {
  const rows = Array.from({ length: data.table.rows }, (_, row) => row)
  const natural = naturalOrder(x, rows)
  if (natural === null) return [...parts].sort((a, b) => b.value - a.value)
  const rank = new Map(natural.map((row, at) => [textAt(x, row), at]))
  return [...parts].sort((a, b) => (rank.get(a.label) ?? 0) - (rank.get(b.label) ?? 0))
}

/** The largest parts, and one for all others. */
function cut(parts: readonly Part[], most: number): readonly Part[] {
  if (parts.length <= most) return parts
  const kept = new Set([...parts].sort((a, b) => b.value - a.value).slice(0, most - 1))
  const others = parts.filter((part) => !kept.has(part))
  const value = others.reduce((sum, each) => sum + each.value, 0)
  return [
    ...parts.filter((part) => kept.has(part)),
    { label: `Other (${others.length.toLocaleString('en')})`, value, share: 0 },
  ]
}

/** The parts of a whole, each with its share. */
export function partsScene(spec: ChartSpec, data: ChartData, { shape, most, isRanked }: Asked): Scene {
  const columns = columnsOf(spec, data)
  if ('kind' in columns) return columns
  const { x, y } = columns
  const all = found(data, columns)
  const parts = cut(isRanked ? ordered(all, data, columns) : all, most)
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  const whole = shape === 'stages' ? (parts[0]?.value ?? total) : total
  const left = all.length - parts.length + 1
  return {
    kind: 'parts',
    shape,
    x: sceneColumn(x),
    y: sceneColumn(y),
    parts: parts.map((part) => ({ ...part, share: whole === 0 ? 0 : part.value / whole })),
    total,
    note: joinNotes(
      y.part.isAverage && shape !== 'stages'
        ? 'These figures do not add up to a whole: shares only compare them.'
        : null,
      all.length > most ? `The ${left} smallest ${plural(inSentence(x.part.label))} stand together as Other.` : null,
    ),
  }
}
