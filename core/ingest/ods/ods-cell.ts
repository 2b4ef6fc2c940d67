import { formatOf, general, type NumberFormat } from '../excel/number-format.ts'
import type { SheetCell } from '../excel/workbook.ts'
import { attributeOf } from '../excel/xml-scanner.ts'
import { ownValue } from '../../own-value.ts'

/** What a cell's own tag says, before its text has come. */
export type OdsCell = {
  readonly type: string
  readonly value: string | null
  readonly currency: string | null
  readonly isError: boolean
  /** So many cells in a row are the same. */
  readonly repeats: number
  /** Columns and rows that it covers. */
  readonly columns: number
  readonly rows: number
}

/** A count that stands in a tag; 1 where it does not, or makes no sense. */
export function countIn(tag: string, name: string): number {
  const count = Number(attributeOf(tag, name) ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

const valueNames: Readonly<Record<string, string>> = {
  date: 'date-value',
  time: 'time-value',
  boolean: 'boolean-value',
  string: 'string-value',
}

export function cellIn(tag: string): OdsCell {
  const type = attributeOf(tag, 'value-type') ?? ''
  return {
    type,
    value: attributeOf(tag, ownValue(valueNames, type) ?? 'value'),
    currency: attributeOf(tag, 'currency'),
    isError: tag.includes('value-type="error"'),
    repeats: countIn(tag, 'number-columns-repeated'),
    columns: countIn(tag, 'number-columns-spanned'),
    rows: countIn(tag, 'number-rows-spanned'),
  }
}

const symbols: Readonly<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  GBP: '£',
  JPY: '¥',
  CNY: '¥',
  INR: '₹',
  RUB: '₽',
}

function formatFor({ type, currency }: OdsCell): NumberFormat {
  if (type === 'percentage') return formatOf('0%')
  const symbol = type === 'currency' ? ownValue(symbols, currency ?? '') : undefined
  return symbol === undefined ? general : formatOf(`[$${symbol}]#,##0.00`)
}

/** `PT09H30M00S` as a clock: `09:30:00`. */
function clockFrom(text: string): string {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^P(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?)?$/.exec(text) ?? []
  return [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':')
}

function valueOf({ type, value, isError }: OdsCell, shown: string): SheetCell['value'] {
  if (isError) return { error: shown }
  if (value === null) return shown
  if (type === 'boolean') return value === 'true'
  if (type === 'time') return clockFrom(value)
  if (type === 'date') return value.replace(/T00:00:00(\.0+)?$/, '')
  const number = type === 'string' ? Number.NaN : Number(value)
  return Number.isNaN(number) ? value : number
}

/** A cell as every kind of workbook has them; null where it is empty. */
export function sheetCell(cell: OdsCell, column: number, shown: string): SheetCell | null {
  if (shown === '' && cell.value === null) return null
  return { column, value: valueOf(cell, shown), format: formatFor(cell), shown }
}
