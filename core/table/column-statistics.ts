import { compareText } from './compare-text.ts'
import type { ColumnStatistics } from './source.ts'
import type { Column, NumberColumn, TextColumn } from './table.ts'

/** Minimum, maximum and null count in one pass. */
export const columnStatistics = (column: Column): ColumnStatistics =>
  column.type === 'text' ? textStatistics(column) : numberStatistics(column)

function numberStatistics({ values }: NumberColumn): ColumnStatistics {
  let [min, max, nulls] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value < min) min = value
    if (value > max) max = value
    if (value !== value) nulls++
  }
  return nulls === values.length ? { min: null, max: null, nulls } : { min, max, nulls }
}

function textStatistics({ codes, dictionary }: TextColumn): ColumnStatistics {
  const used = new Uint8Array(dictionary.length)
  let nulls = 0
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    if (code < 0) nulls++
    else used[code] = 1
  }
  let min: string | null = null
  let max: string | null = null
  for (const [code, text] of dictionary.entries()) {
    if (!used[code]) continue
    if (min === null || compareText(text, min) < 0) min = text
    if (max === null || compareText(text, max) > 0) max = text
  }
  return { min, max, nulls }
}
