import { emptyText } from './empty.ts'
import type { DatePart, Format, Grain } from '../semantic/vocabulary.ts'
import { readDuration } from '../table/duration.ts'
import type { Cell, ColumnType } from '../table/table.ts'
import { formatDuration } from './format-duration.ts'
import { formatMoment } from './format-moment.ts'
import { formatPart } from './format-part.ts'
import { formatCompact, formatExact, formatNumber, formatPercent } from './format-number.ts'

/** Available space, and the meaning of the column. */
export type FormatOptions = {
  readonly compact?: boolean
  /** Shows every digit, for a single value. */
  readonly isExact?: boolean
  readonly type?: ColumnType
  /** The grain that moments were truncated to. */
  readonly grain?: Grain
  /** The part that was taken of moments. */
  readonly part?: DatePart
}

function formatWhole(value: number, format: Format): string {
  if (format === 'percent') return `${formatExact(Number((value * 100).toPrecision(15)))}%`
  if (format === 'percentage') return `${formatExact(value)}%`
  return format === 'text' ? String(value) : formatExact(value)
}

function formatAmount(value: number, format: Format, compact: boolean): string {
  if (format === 'percent' || format === 'percentage') return formatPercent(format === 'percent' ? value : value / 100)
  if (compact && format !== 'text') return formatCompact(value)
  switch (format) {
    case 'text':
      return String(value)
    case 'currency':
      return formatNumber(value, { cents: true })
    default:
      return formatNumber(value)
  }
}

const isMoment = (format: Format, { type, grain }: FormatOptions): boolean =>
  format === 'date' || type === 'date' || type === 'timestamp' || grain !== undefined

const isDuration = (format: Format, { type }: FormatOptions): boolean => format === 'duration' || type === 'duration'

/** Formats a moment or a duration; null for other columns or invalid text. */
function formatTime(cell: number | string, format: Format, options: FormatOptions): string | null {
  if (isMoment(format, options)) {
    const milliseconds = typeof cell === 'number' ? cell : Date.parse(cell)
    if (!Number.isNaN(milliseconds)) return formatMoment(milliseconds, options.grain ?? null)
  }
  if (!isDuration(format, options)) return null
  const milliseconds = typeof cell === 'number' ? cell : readDuration(cell)?.milliseconds
  return milliseconds === undefined ? null : formatDuration(milliseconds, options.compact ?? false)
}

/**
 * Formats one value for people. Currency has no sign, because the data does not name one. A percent is a fraction, so
 * 0.32 is `32%`; a percentage is not, so 32 is `32%`. Null is the word for empty.
 */
export function formatCell(cell: Cell, format: Format, options: FormatOptions = {}): string {
  if (cell === null) return emptyText
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  if (options.part && typeof cell === 'number') return formatPart(cell, options.part)
  const timed = formatTime(cell, format, options)
  if (timed !== null) return timed
  if (typeof cell !== 'number') return cell
  return options.isExact ? formatWhole(cell, format) : formatAmount(cell, format, options.compact ?? false)
}
