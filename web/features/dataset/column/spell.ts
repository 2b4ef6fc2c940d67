import { formatCell } from '#core/format/format-cell.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import type { ColumnType } from '#core/table/table.ts'

/** Formats a figure like its column's values. */
export type Spell = (value: number) => string

export const isMoment = (type: ColumnType): boolean => type === 'date' || type === 'timestamp'

/** A number without a unit: at most two decimals, with a true minus sign. */
export const plain: Spell = (value) => String(Math.round(value * 100) / 100).replace('-', '−')

/** Formats by column type: years and codes without separators. */
export function spellAs(type: ColumnType, format: Format): Spell {
  if (isMoment(type)) return (value) => formatCell(value, 'date', { type })
  if (type === 'duration') return (value) => formatCell(value, 'duration')
  return format === 'text' ? plain : (value) => formatCell(value, 'number', { type: 'decimal' })
}
