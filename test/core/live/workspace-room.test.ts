import { expect, test } from 'vitest'
import type { Place, Standing } from '#core/access/standing.ts'
import { parseLiveEvent } from '#core/live/live-event.ts'
import { stepWorkspaceRoom, type Line } from '#core/live/workspace-room.ts'

const owner: Standing = { role: 'owner', grants: [] }
const lines: readonly Line[] = [
  { id: '1', session: 'a', standing: owner },
  { id: '2', session: 'b', standing: owner },
  { id: '3', session: 'a', standing: owner },
]
const place: Place = { dataset: 'd', project: 'p', isRestricted: false, isProjectRestricted: false }

test('[W1] tells every open line, and closes those whose session is over', () => {
  const event = { type: 'dataset-removed', id: 'd' } as const
  const { effects } = stepWorkspaceRoom(lines, { type: 'published', event, place })
  expect(effects).toEqual(['1', '2', '3'].map((line) => ({ type: 'send', line, text: JSON.stringify(event) })))
  const ended = stepWorkspaceRoom(lines, { type: 'ended', sessions: ['a'] })
  expect(ended.effects.map((effect) => [effect.line, effect.type === 'close' && effect.code])).toEqual([
    ['1', 4401],
    ['3', 4401],
  ])
  expect(ended.lines).toEqual([lines[1]])
})

test('[W2] closes a line that says something, and answers a close with a code that may be sent', () => {
  expect(stepWorkspaceRoom(lines, { type: 'said', line: '2' })).toMatchObject({
    lines: [lines[0], lines[2]],
    effects: [{ type: 'close', line: '2', code: 1003 }],
  })
  expect(stepWorkspaceRoom(lines, { type: 'closed', line: '1', code: 1006 }).effects).toMatchObject([{ code: 1000 }])
  expect(stepWorkspaceRoom(lines, { type: 'closed', line: '1', code: 1001 }).effects).toMatchObject([{ code: 1001 }])
})

test('[W3] what comes over the line is read by its schema, or ignored', () => {
  expect(parseLiveEvent('{"type":"dashboard-changed","id":"b","version":4}')).toEqual({
    type: 'dashboard-changed',
    id: 'b',
    version: 4,
  })
  const bad = [
    '',
    '{',
    'null',
    '{"type":"dataset-removed"}',
    '{"type":"of-tomorrow","id":"x"}',
    '{"type":"dataset-changed","dataset":{}}',
  ]
  expect([...bad, undefined, new ArrayBuffer(2)].map(parseLiveEvent)).toEqual(Array.from({ length: 8 }, () => null))
})

test('[W4] tells of an object only whoever may know of it, and its content only whoever sees all of it', () => {
  const viewer: Standing = { role: 'viewer', grants: [] }
  const guest: Standing = { role: 'guest', grants: [] }
  const granted: Standing = { role: 'guest', grants: [{ object: 'dataset', id: 'd', role: 'viewer' }] }
  const people = [owner, viewer, guest, granted, null].map((standing, at) => ({ id: `${at}`, session: 's', standing }))
  const event = { type: 'dataset-removed', id: 'd' } as const
  const heard = (where: Place) =>
    stepWorkspaceRoom(people, { type: 'published', event, place: where }).effects.map((effect) => [
      effect.line,
      effect.type === 'send' && JSON.parse(effect.text).type,
    ])
  expect(heard(place)).toEqual([
    ['0', 'dataset-removed'],
    ['1', 'dataset-removed'],
    ['3', 'dataset-removed'],
    ['4', 'look-again'],
  ])
  expect(heard({ ...place, isRestricted: true }).map(([line]) => line)).toEqual(['0', '3', '4'])
})

test('[W5] has every line opened again when rights have changed', () => {
  const { lines: left, effects } = stepWorkspaceRoom(lines, { type: 'rights-changed' })
  expect(left).toEqual([])
  expect(effects.map((effect) => effect.type === 'close' && effect.code)).toEqual([1012, 1012, 1012])
})
