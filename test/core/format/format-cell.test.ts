import { expect, test } from 'vitest'
import { formatCell, type FormatOptions } from '#core/format/format-cell.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import type { Cell } from '#core/table/table.ts'

test.each<[Cell, Format, FormatOptions, string]>([
  [2297200.86, 'number', {}, '2,297,201'],
  [1234567, 'number', {}, '1,234,567'],
  [38.4444, 'number', {}, '38.44'],
  [7, 'number', {}, '7'],
  [-1234.5, 'number', {}, '−1,234.5'],
  [-0.0000001, 'number', {}, '-1.00e-7'],
  [0.01234, 'number', {}, '0.0123'],
  [0, 'number', {}, '0'],
  [999_999, 'number', { compact: true }, '1M'],
  [1_234_567, 'number', { compact: true }, '1.2M'],
  [34_500, 'number', { compact: true }, '34.5K'],
  [345_000, 'currency', { compact: true }, '345K'],
  [950, 'number', { compact: true }, '950'],
  [12.5, 'number', { compact: true }, '12.5'],
  [2.5e9, 'number', { compact: true }, '2.5B'],
  [12.5, 'currency', {}, '12.50'],
  [725458.2, 'currency', {}, '725,458'],
  [0.316, 'percent', {}, '31.6%'],
  [0.32, 'percent', {}, '32%'],
  [0.00123, 'percent', {}, '0.12%'],
  [-0.05, 'percent', { compact: true }, '−5%'],
  [12, 'percentage', {}, '12%'],
  [12.34, 'percentage', { compact: true }, '12.3%'],
  [2024, 'text', {}, '2024'],
  [2024, 'text', { compact: true }, '2024'],
  ['2024-03-12', 'date', {}, '12 Mar 2024'],
  ['2024-03-12', 'date', { type: 'date', grain: 'day' }, '12 Mar 2024'],
  ['2024-03-01', 'date', { grain: 'month' }, 'Mar 2024'],
  ['2024-01-01', 'date', { grain: 'quarter' }, 'Q1 2024'],
  ['2024-10-01', 'date', { grain: 'quarter' }, 'Q4 2024'],
  ['2024-01-01', 'date', { grain: 'year' }, '2024'],
  ['2024-03-12T09:30:00Z', 'date', { type: 'timestamp' }, '12 Mar 2024 09:30'],
  ['2024-03-12T09:00:00Z', 'date', { grain: 'hour' }, '12 Mar 2024 09:00'],
  ['0099-03-12', 'date', { grain: 'year' }, '99'],
  ['not a date', 'date', {}, 'not a date'],
  ['West', 'text', {}, 'West'],
  [true, 'text', {}, 'Yes'],
  [false, 'number', {}, 'No'],
  [null, 'number', {}, '—'],
])('%s as %s %o reads %s', (cell, format, options, text) => {
  expect(formatCell(cell, format, options)).toBe(text)
})
