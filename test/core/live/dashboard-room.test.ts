import { expect, test } from 'vitest'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { stepRoom, type RoomEffect } from '#core/live/dashboard-room.ts'

const document: Dashboard = { title: 'Sales', version: 3, tiles: [], filters: [] }
const rename = (title: string): Edit => ({ type: 'rename-dashboard', payload: { title } })
const typesOf = (effects: readonly RoomEffect[]): string[] => effects.map(({ type }) => type)
const failureOf = (effects: readonly RoomEffect[]): string | null => {
  const answer = effects.find((effect) => effect.type === 'answer')
  return answer && !answer.outcome.ok ? answer.outcome.error.code : null
}

test('[R1] a batch is taken whole, at its version', () => {
  const { document: next } = stepRoom(document, { by: 'owner', version: 3, edits: [rename('A'), rename('B')] })
  expect(next).toMatchObject({ title: 'B', version: 5 })
  const late = stepRoom(document, { by: 'owner', version: 2, edits: [rename('A')] })
  expect([late.document, failureOf(late.effects)]).toEqual([document, 'dashboard/conflict'])
  const half = stepRoom(document, {
    by: 'owner',
    version: 3,
    edits: [rename('A'), { type: 'remove-tile', payload: {} }],
  })
  expect([half.document, failureOf(half.effects)]).toEqual([document, 'dashboard/edit-invalid'])
})

test.each(['viewer', 'public'] as const)('[R2] a %s is refused, whatever they send', (by) => {
  const { document: next, effects } = stepRoom(document, { by, version: 3, edits: ['not an edit'] })
  expect([next, typesOf(effects), failureOf(effects)]).toEqual([document, ['answer'], 'dashboard/not-yours'])
})

test('[R3] what is too many, too deep or too large is refused', () => {
  const many = stepRoom(document, { by: 'analyst', version: 3, edits: Array.from({ length: 101 }, () => rename('A')) })
  expect(failureOf(many.effects)).toBe('dashboard/edit-invalid')
  let deep: unknown = 1
  for (let depth = 0; depth < 60; depth += 1) deep = { deep }
  const nested = stepRoom(document, { by: 'analyst', version: 3, edits: [{ type: 'set-filters', payload: deep }] })
  expect(failureOf(nested.effects)).toBe('dashboard/edit-invalid')
  const filters = Array.from({ length: 30 }, (_, at) => ({
    op: 'in' as const,
    column: `c${at}`,
    values: Array.from({ length: 1000 }, (_unused, index) => `${'x'.repeat(40)}${index}`),
  }))
  const large = stepRoom(document, {
    by: 'analyst',
    version: 3,
    edits: [{ type: 'set-filters', payload: { filters } }],
  })
  expect(failureOf(large.effects)).toBe('dashboard/too-large')
})

test('[R4] stores, answers with what takes it back, and tells the version alone', () => {
  const { effects } = stepRoom(document, { by: 'analyst', version: 3, edits: [rename('A'), rename('B')] })
  expect(typesOf(effects)).toEqual(['store', 'answer', 'tell'])
  expect(effects.at(-1)).toEqual({ type: 'tell', version: 5 })
  expect(effects[1]).toMatchObject({ outcome: { ok: true, value: { inverses: [rename('A'), rename('Sales')] } } })
})
