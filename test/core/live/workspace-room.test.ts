import { expect, test } from 'vitest'
import { parseLiveEvent } from '#core/live/live-event.ts'
import { stepWorkspaceRoom, type Line } from '#core/live/workspace-room.ts'

const lines: readonly Line[] = [
  { id: '1', session: 'a' },
  { id: '2', session: 'b' },
  { id: '3', session: 'a' },
]

test('[W1] tells every open line, and closes those whose session is over', () => {
  const event = { type: 'dataset-removed', id: 'd' } as const
  const { effects } = stepWorkspaceRoom(lines, { type: 'published', event })
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
