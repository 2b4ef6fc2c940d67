import type { Format, Grain } from '../semantic/vocabulary.ts'
import type { Cell, ColumnType } from '../table/table.ts'
import { formatMoment } from './format-moment.ts'
import { formatCompact, formatNumber, formatPercent } from './format-number.ts'

/** How much room there is, and what the column is. */
export type FormatOptions = {
  readonly compact?: boolean
  readonly type?: ColumnType
  /** How moments were cut, and so are written. */
  readonly grain?: Grain
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

/**
 * One value as people read it. Currency has no sign: the data does not say which.
 * A percent is a fraction, 0.32 is `32%`; a percentage is not, 32 is `32%`. An absent value is a dash.
 */
export function formatCell(cell: Cell, format: Format, options: FormatOptions = {}): string {
  if (cell === null) return '—'
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  if (isMoment(format, options)) {
    const milliseconds = typeof cell === 'number' ? cell : Date.parse(cell)
    if (!Number.isNaN(milliseconds)) return formatMoment(milliseconds, options.grain ?? null)
  }
  return typeof cell === 'number' ? formatAmount(cell, format, options.compact ?? false) : cell
}
