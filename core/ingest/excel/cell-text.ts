import type { NumberFormat } from './number-format.ts'
import { clockOf, isoOf, momentOf } from './serial.ts'
import { scaledBy, showNumber, showText } from './show-number.ts'
import type { CellError, SheetCell } from './workbook.ts'

export const isError = (value: SheetCell['value']): value is CellError => typeof value === 'object'

function dayText(value: number, isTime: boolean, is1904: boolean): string {
  if (value >= 0 && value < 1 && (isTime || value > 0)) return clockOf(value)
  const moment = momentOf(value, is1904)
  return moment === null ? String(value) : isoOf(moment)
}

function numberText(value: number, format: NumberFormat, is1904: boolean): string {
  switch (format.kind) {
    case 'duration':
      return clockOf(value)
    case 'date':
    case 'time':
      return dayText(value, format.kind === 'time', is1904)
    case 'padded':
      return Number.isInteger(value) && value >= 0 ? showNumber(value, format.code, is1904) : String(value)
    default:
      return String(value)
  }
}

/** What a cell means, as text that types are decided on; in a column of percentages 0.12 is 12%. */
export function meaningOf({ value, format }: SheetCell, book: { is1904: boolean; isPercent: boolean }): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (isError(value)) return value.error
  return book.isPercent ? `${scaledBy(value, 2)}%` : numberText(value, format, book.is1904)
}

/** A cell's text as Excel shows it. */
export function displayOf({ value, format, shown }: SheetCell, is1904: boolean): string {
  if (shown !== undefined) return shown
  if (typeof value === 'string') return showText(value, format.code)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return isError(value) ? value.error : showNumber(value, format.code, is1904)
}
