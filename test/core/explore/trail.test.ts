import { expect, test } from 'vitest'
import type { Key } from '#core/explore/drill.ts'
import { emptyExploration, type Exploration } from '#core/explore/exploration.ts'
import { readLink, writeLink } from '#core/explore/link.ts'
import { backTo, drillFurther, trailOf } from '#core/explore/trail.ts'

const asked: Exploration = {
  ...emptyExploration('d'),
  rows: [{ column: 'When', grain: 'year' }],
  values: [{ aggregate: 'sum', column: 'Revenue' }],
  filters: [{ op: 'in', column: 'City', values: ['Rome'] }],
}
const place = { shelf: 'rows', at: 0 } as const

function further(from: Exploration, grain: 'quarter' | 'month', key: string, text: string): Exploration {
  const [dimension] = from.rows
  if (!dimension) throw new Error('There is a group')
  const mark: readonly Key[] = [{ dimension, key, binWidth: null }]
  const next = drillFurther(from, mark, { place, dimension: { column: 'When', grain } }, text)
  if (!next) throw new Error('It can be expressed')
  return next
}
const quarters = further(asked, 'quarter', '2024-01-01', '2024')
const months = further(quarters, 'month', '2024-04-01', 'Q2 2024')

test('[X13] each drill-down is a step of the trail, which the address holds', () => {
  expect(trailOf(months).map(({ text }) => text)).toEqual(['2024', 'Q2 2024'])
  expect(readLink(writeLink(months), 'd')).toEqual(months)
})

test('[X13] back leads to what was asked before, one step or all', () => {
  expect(backTo(months, 1)).toEqual(quarters)
  expect(backTo(months, 0)).toEqual(asked)
})

test('[X13] what was changed otherwise since stays; a group changed by hand has no trail', () => {
  expect(backTo({ ...months, totals: true }, 0)).toEqual({ ...asked, totals: true })
  const byHand = { ...months, rows: [{ column: 'City' }] }
  expect(trailOf(byHand)).toEqual([])
  expect(backTo(byHand, 0).rows).toEqual([{ column: 'City' }])
})
