import { describe, expect, test } from 'vitest'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import { applyEdit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard, Tile } from '#core/dashboard/dashboard.ts'
import { query } from '#core/query/query.ts'
import { createArranging, createKeyMoves } from '#web/features/dashboard/arranging.ts'
import { createDashboard } from '#web/features/dashboard/model.ts'
import type { SavingPorts } from '#web/features/dashboard/saving.ts'
import { signal } from '@preact/signals'

const tile = (id: string, x: number, y: number): Tile => ({
  id,
  title: id,
  place: { x, y, w: 6, h: 4 },
  chart: null,
  query: query.parse({ dataset: 'd', measures: [{ aggregate: 'count' }] }),
})
const initial: Dashboard = { title: 'Sales', version: 0, filters: [], tiles: [tile('a', 0, 0), tile('b', 6, 0)] }
const rename = (title: string): Edit => ({ type: 'rename-dashboard', payload: { title } })

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

function changed(dashboard: Dashboard, edits: readonly Edit[]): Dashboard {
  return edits.reduce((now, edit) => {
    const result = applyEdit(now, edit)
    return result.ok ? result.value.dashboard : now
  }, dashboard)
}

/** A server that keeps the document as the real one does: by version, refusing what is late. */
function server(start = initial) {
  const state = { document: start, batches: [] as number[], fail: null as number | null }
  const refuse = (status: number) => ({
    ok: false as const,
    error: { code: 'x', status, message: 'No.', hint: 'Later.' },
  })
  const ports: SavingPorts = {
    async save(version, edits) {
      if (state.fail !== null) return refuse(state.fail)
      if (version !== state.document.version) return refuse(409)
      state.batches.push(edits.length)
      state.document = changed(state.document, edits)
      return { ok: true, value: { dashboard: state.document } }
    },
    missed: async () => ({ ok: true, value: { edits: null } }),
    reload: async () => ({ ok: true, value: state.document }),
    wait: async () => void (state.fail = null),
  }
  return { state, ports }
}

describe('a dashboard being edited', () => {
  test('shows an edit at once and saves it by itself', async () => {
    const { state, ports } = server()
    const dashboard = createDashboard(initial, ports)
    dashboard.edit(rename('One'))
    expect(dashboard.document.value.title).toBe('One')
    expect(dashboard.saving.value).toBe('saving')
    await settled()
    expect(state.document.title).toBe('One')
    expect(dashboard.saving.value).toBe('saved')
  })

  test('sends what came in meanwhile in one go, in order', async () => {
    const { state, ports } = server()
    const dashboard = createDashboard(initial, ports)
    for (const title of ['One', 'Two', 'Three']) dashboard.edit(rename(title))
    await settled()
    expect(state.batches).toEqual([1, 2])
    expect(state.document).toMatchObject({ title: 'Three', version: 3 })
  })

  test('undoes and redoes, also across saving', async () => {
    const { state, ports } = server()
    const dashboard = createDashboard(initial, ports)
    dashboard.edit({ type: 'remove-tile', payload: { tile: 'a' } })
    dashboard.edit(rename('One'))
    await settled()
    dashboard.undo()
    dashboard.undo()
    expect(dashboard.document.value.tiles).toEqual(initial.tiles)
    expect(dashboard.canUndo.value).toBe(false)
    dashboard.redo()
    expect(dashboard.document.value.tiles.map(({ id }) => id)).toEqual(['b'])
    await settled()
    expect(state.document.tiles.map(({ id }) => id)).toEqual(['b'])
  })

  test('an edit after undo leaves nothing to redo', () => {
    const dashboard = createDashboard(initial, server().ports)
    dashboard.edit(rename('One'))
    dashboard.undo()
    dashboard.edit(rename('Two'))
    expect(dashboard.canRedo.value).toBe(false)
  })

  test('takes over what somebody else has changed, under the edits still on their way', async () => {
    const { state, ports } = server()
    const dashboard = createDashboard(initial, ports)
    state.document = changed(initial, [{ type: 'rename-tile', payload: { tile: 'b', title: 'Theirs' } }])
    dashboard.edit(rename('Mine'))
    await settled()
    expect(state.document).toMatchObject({ title: 'Mine', version: 2 })
    expect(dashboard.document.value.tiles[1]?.title).toBe('Theirs')
  })

  test('keeps edits while the server cannot be reached', async () => {
    const { state, ports } = server()
    state.fail = 0
    const dashboard = createDashboard(initial, ports)
    dashboard.edit(rename('One'))
    await settled()
    expect(state.document.title).toBe('One')
    expect(dashboard.saving.value).toBe('saved')
  })

  test('lets go of what the server refuses, and says so', async () => {
    const { state, ports } = server()
    state.fail = 422
    const dashboard = createDashboard(initial, ports)
    dashboard.edit(rename('One'))
    await settled()
    expect(dashboard.document.value.title).toBe('Sales')
    expect(dashboard.refused.value?.status).toBe(422)
    expect(dashboard.saving.value).toBe('saved')
  })

  test('an edit that does not fit changes nothing', () => {
    const dashboard = createDashboard(initial, server().ports)
    expect(dashboard.edit({ type: 'remove-tile', payload: { tile: 'gone' } }).ok).toBe(false)
    expect(dashboard.canUndo.value).toBe(false)
  })
})

describe('moving tiles', () => {
  function moved() {
    const dashboard = createDashboard(initial, server().ports)
    const arranging = createArranging(dashboard)
    const said = signal('')
    const key = createKeyMoves(arranging, said)
    const press = (name: string, shiftKey = false): boolean => key('a', { key: name, shiftKey })
    const placeOf = (id: string) => dashboard.document.value.tiles.find((each) => each.id === id)?.place
    return { dashboard, arranging, said, press, placeOf }
  }

  test('by keys: Enter picks up, arrows move, Enter puts down in one edit', () => {
    const { dashboard, press, placeOf, said } = moved()
    expect(press('ArrowRight')).toBe(false)
    press('Enter')
    press('ArrowRight')
    press('ArrowRight')
    expect(placeOf('a')?.x).toBe(0)
    press('Enter')
    expect(placeOf('a')?.x).toBe(2)
    expect(said.value).toContain('Column 3')
    dashboard.undo()
    expect(dashboard.document.value.tiles).toEqual(initial.tiles)
  })

  test('by keys: Shift sizes, Escape leaves it', () => {
    const { press, placeOf, arranging } = moved()
    press('m')
    press('ArrowDown', true)
    expect(arranging.placeOf('a')?.h).toBe(5)
    press('Escape')
    expect(placeOf('a')).toEqual(initial.tiles[0]?.place)
  })

  test('by pointer: others make room while it is held, and stay as they were when it goes back', () => {
    const { arranging, dashboard } = moved()
    arranging.pickUp('a', 'pointer')
    arranging.hold({ x: 6, y: 0, w: 6, h: 4 })
    expect(arranging.tiles.value.find(({ id }) => id === 'b')?.place.y).toBe(4)
    arranging.hold({ x: 0, y: 0, w: 6, h: 4 })
    arranging.drop()
    expect(dashboard.canUndo.value).toBe(false)
    expect(dashboard.document.value.tiles).toEqual(initial.tiles)
  })
})
