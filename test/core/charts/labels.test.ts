import { expect, test } from 'vitest'
import { inSentence, plural } from '#core/charts/labels.ts'

test.each([
  ['order', 'orders'],
  ['city', 'cities'],
  ['day', 'days'],
  ['box', 'boxes'],
  ['branch', 'branches'],
  ['class', 'classes'],
  ['person', 'people'],
  ['sales', 'sales'],
])('more than one %s is %s', (one, many) => {
  expect(plural(one)).toBe(many)
})

test.each([
  ['Order date', 'order date'],
  ['GDP', 'GDP'],
  ['iPhone sales', 'iPhone sales'],
  ['Región', 'región'],
])('%s within a sentence is %s', (label, within) => {
  expect(inSentence(label)).toBe(within)
})
