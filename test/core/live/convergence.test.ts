import { describe, expect, test } from 'vitest'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard, Tile } from '#core/dashboard/dashboard.ts'
import {
  isSaved,
  shownBy,
  startClient,
  stepClient,
  type ClientEffect,
  type ClientEvent,
  type ClientState,
} from '#core/live/dashboard-client.ts'
import { stepRoom, type Edited } from '#core/live/dashboard-room.ts'
import { query } from '#core/query/query.ts'
import type { Result } from '#core/result.ts'
import type { AccessRole } from '#core/access/principal.ts'
import { seededRandom } from '../../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const worlds = 60
const roles: readonly AccessRole[] = ['owner', 'analyst', 'analyst', 'viewer']

const start: Dashboard = { title: 'Start', version: 0, tiles: [], filters: [] }
const tileAt = (id: string, x: number): Tile => ({
  id,
  title: id,
  place: { x, y: 0, w: 4, h: 3 },
  chart: null,
  query: query.parse({ dataset: 'd', measures: [{ aggregate: 'count' }] }),
})

function answerOf(from: number, outcome: Result<Edited>): ClientEvent<string> {
  if (outcome.ok) return { type: 'accepted', from, dashboard: outcome.value.dashboard }
  if (outcome.error.status === 409) return { type: 'conflict', from }
  return { type: 'refused', from, problem: outcome.error.code }
}

/** Pages around a room, and a network that loses, delays and reorders what they say. */
function createWorld(random: () => number) {
  const below = (most: number): number => Math.floor(random() * most)
  const pages = roles.map((role) => ({ role, client: startClient<string>(start), isUp: true }))
  let document = start
  const log: Edit[] = []
  const refused: Edit[] = []
  /** What is on its way; any of it may come next. */
  const travelling: (() => void)[] = []
  let isCalm = false
  const isLost = (): boolean => !isCalm && random() < 0.25

  function take(at: number, event: ClientEvent<string>): void {
    const page = pages[at]
    if (!page) return
    if (event.type === 'refused' && page.client.sent?.version === event.from) refused.push(...page.client.sent.edits)
    const { state, effects } = stepClient(page.client, event)
    page.client = state
    for (const effect of effects) travelling.push(() => carryOut(at, effect))
  }

  function carryOut(at: number, effect: ClientEffect): void {
    if (effect.type === 'catch-up') {
      if (isLost()) return void travelling.push(() => carryOut(at, effect))
      const edits = log.slice(effect.after)
      const whole = document
      const answer: ClientEvent<string> =
        random() < 0.2 && pages[at]?.client.sent === null
          ? { type: 'replaced', dashboard: whole }
          : { type: 'missed', after: effect.after, edits }
      return void travelling.push(() => take(at, answer))
    }
    const from = effect.version
    // The page gives up before its request arrives, or after, or the answer is lost.
    if (isLost()) {
      take(at, { type: 'lost', from })
      if (random() < 0.5) travelling.push(() => void arrive(at, effect))
      return
    }
    const answer = arrive(at, effect)
    travelling.push(() => take(at, isLost() ? { type: 'lost', from } : answer))
  }

  function tellOthers(version: number): void {
    for (const [at, { isUp }] of pages.entries())
      if (isUp && !isLost()) travelling.push(() => take(at, { type: 'told', version }))
  }

  function arrive(at: number, { version, edits }: Extract<ClientEffect, { type: 'send' }>): ClientEvent<string> {
    const by = pages[at]?.role ?? 'public'
    const { document: next, effects } = stepRoom(document, { by, version, edits })
    document = next
    let answer: ClientEvent<string> = { type: 'lost', from: version }
    for (const effect of effects) {
      if (effect.type === 'store') log.push(...effect.steps.map(({ edit }) => edit))
      if (effect.type === 'tell') tellOthers(effect.version)
      if (effect.type === 'answer') answer = answerOf(version, effect.outcome)
    }
    return answer
  }

  let named = 0
  function someEdit(shown: Dashboard): Edit {
    named += 1
    const name = `e${named}`
    const tile = shown.tiles[below(shown.tiles.length)]?.id
    const kind = tile === undefined ? below(2) : below(5)
    if (kind === 0 || tile === undefined) return { type: 'rename-dashboard', payload: { title: ` ${name} ` } }
    if (kind === 1) return { type: 'add-tile', payload: { tile: tileAt(name, below(9)) } }
    if (kind === 2) return { type: 'rename-tile', payload: { tile, title: name } }
    if (kind === 3) return { type: 'remove-tile', payload: { tile } }
    return { type: 'move-tile', payload: { tile, place: { x: below(9), y: below(12), w: 2 + below(2), h: 2 } } }
  }

  function deliver(): void {
    const [next] = travelling.splice(below(travelling.length), 1)
    next?.()
  }

  return {
    pages,
    log,
    refused,
    documentNow: () => document,
    /** Something happens: a page is edited, its line falls or comes back, or something arrives. */
    turn(): void {
      const at = below(pages.length)
      const page = pages[at]
      const luck = random()
      if (!page || luck > 0.35) return deliver()
      if (luck < 0.25) return take(at, { type: 'edited', edit: someEdit(shownBy(page.client)) })
      page.isUp = !page.isUp
      if (page.isUp) take(at, { type: 'reopened' })
    },
    /** The network is well again, every line comes back, and all that was on its way arrives. */
    settle(): void {
      isCalm = true
      for (const [at, page] of pages.entries()) {
        page.isUp = true
        take(at, { type: 'reopened' })
      }
      for (let left = 20_000; travelling.length > 0 && left > 0; left -= 1) deliver()
    },
  }
}

const titlesIn = (edits: readonly Edit[]): string[] =>
  edits.flatMap((edit) => {
    if (edit.type === 'rename-dashboard') return edit.payload.title.trim()
    if (edit.type === 'rename-tile') return edit.payload.title
    return edit.type === 'add-tile' ? edit.payload.tile.id : []
  })

describe(`pages around a room (seed ${seed})`, () => {
  test('[C1, C2, C5] show the same in the end, whatever was lost, late or out of order', () => {
    for (let at = 0; at < worlds; at += 1) {
      const world = createWorld(seededRandom(seed + at).next)
      for (let turn = 0; turn < 400; turn += 1) world.turn()
      world.settle()
      for (const { client } of world.pages) {
        expect(isSaved(client), `world ${seed + at} has nothing left to send`).toBe(true)
        expect(shownBy(client), `world ${seed + at}`).toEqual(world.documentNow())
      }
      expect(world.documentNow().version).toBe(world.log.length)
      expect(world.log.length).toBeGreaterThan(10)
    }
  })

  test('[C3, C4] apply every edit once, or not at all where it was refused', () => {
    for (let at = 0; at < worlds; at += 1) {
      const world = createWorld(seededRandom(seed + at).next)
      for (let turn = 0; turn < 400; turn += 1) world.turn()
      world.settle()
      const taken = titlesIn(world.log)
      expect(new Set(taken).size, `world ${seed + at}`).toBe(taken.length)
      const gone = new Set(titlesIn(world.refused))
      expect(taken.filter((title) => gone.has(title))).toEqual([])
    }
  })

  test('[R2, C4] a viewer’s edit is seen by nobody else, and goes from their own screen with the reason', () => {
    const viewer: ClientState<string> = startClient(start)
    const edited = stepClient(viewer, {
      type: 'edited',
      edit: { type: 'rename-dashboard', payload: { title: 'Mine' } },
    })
    expect(shownBy(edited.state).title).toBe('Mine')
    const { document, effects } = stepRoom(start, { by: 'viewer', version: 0, edits: edited.state.sent?.edits ?? [] })
    expect([document, effects.map(({ type }) => type)]).toEqual([start, ['answer']])
    const { state } = stepClient(edited.state, { type: 'refused', from: 0, problem: 'dashboard/not-yours' })
    expect([shownBy(state).title, state.refused, isSaved(state)]).toEqual(['Start', 'dashboard/not-yours', true])
  })
})
