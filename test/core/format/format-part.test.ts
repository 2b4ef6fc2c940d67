import { expect, test } from 'vitest'
import { writeCell } from '#core/charts/write-cell.ts'
import type { DatePart } from '#core/semantic/vocabulary.ts'

test.each<[DatePart, number, string]>([
  ['dayOfWeek', 1, 'Mon'],
  ['dayOfWeek', 7, 'Sun'],
  ['monthOfYear', 12, 'Dec'],
  ['quarterOfYear', 2, 'Q2'],
  ['hourOfDay', 9, '09:00'],
  ['weekOfYear', 53, '53'],
])('a part of the calendar is written as people say it: %s %d is %s', (part, value, text) => {
  expect(writeCell(value, { type: 'integer', format: 'number', part })).toBe(text)
  expect(writeCell(null, { type: 'integer', format: 'number', part })).toBe('(empty)')
})
