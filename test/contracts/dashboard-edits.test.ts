import { describe, expect, test } from 'vitest'
import { applyEdit, parseEdit, type Edit } from '#core/dashboard/apply-edit.ts'
import { dashboard as schema, type Dashboard, type Place, type Tile } from '#core/dashboard/dashboard.ts'
import { gridColumns } from '#core/dashboard/grid-columns.ts'
import { firstFreePlace, isTidy } from '#core/dashboard/layout.ts'
import { edits, type EditType } from '#core/dashboard/registry.ts'
import { query } from '#core/query/query.ts'
import { seededRandom, type Random } from '../support/random.ts'

const types = Object.keys(edits) as EditType[]
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)

const tileAt = (id: string, place: Place): Tile => ({
  id,
  title: `Tile ${id}`,
  place,
  query: query.parse({ dataset: 'orders', measures: [{ aggregate: 'count' }] }),
  chart: { type: 'number', channels: { y: ['Rows'] }, settings: {} },
})

const anywhere = (random: Random): Place => {
  const w = 1 + random.below(gridColumns)
  return { x: random.below(gridColumns - w + 1), y: random.below(14), w, h: 1 + random.below(8) }
}

/** A tidy dashboard with gaps, as an import or an older version may have left it. */
function someDashboard(random: Random): Dashboard {
  const tiles: Tile[] = []
  for (let at = random.below(9); at > 0; at -= 1) {
    const place = random.chance(0.5)
      ? anywhere(random)
      : firstFreePlace(tiles, { w: 2 + random.below(11), h: 2 + random.below(5) })
    const tile = tileAt(`t${at}`, place)
    if (isTidy([...tiles, tile])) tiles.push(tile)
  }
  return { title: 'Sales', version: random.below(50), tiles, filters: [] }
}

type Made = (random: Random, board: Dashboard) => unknown
const someId = (random: Random, { tiles }: Dashboard): string =>
  tiles.length > 0 && random.chance(0.95) ? random.pick(tiles).id : 'gone'

/** A payload of each kind, as a person might send it. A kind without one does not compile. */
const payloads: Record<EditType, Made> = {
  'add-tile': (random) => ({ tile: tileAt(`n${random.below(100_000)}`, anywhere(random)) }),
  'remove-tile': (random, board) => ({ tile: someId(random, board) }),
  'move-tile': (random, board) => ({ tile: someId(random, board), place: anywhere(random) }),
  'rename-tile': (random, board) => ({ tile: someId(random, board), title: `Named ${random.below(100)}` }),
  'change-tile': (random, board) => ({
    tile: someId(random, board),
    ...(random.chance(0.5)
      ? { chart: random.chance(0.5) ? null : { type: 'bar', channels: { x: ['Region'], y: ['Rows'] }, settings: {} } }
      : {}),
    ...(random.chance(0.5) ? { query: query.parse({ dataset: 'orders', limit: 1 + random.below(50) }) } : {}),
  }),
  'rename-dashboard': (random) => ({ title: `Board ${random.below(100)}` }),
  'set-filters': (random) => ({
    filters: random.chance(0.3) ? [] : [{ op: 'in', column: 'Region', values: [random.pick(['North', 'South'])] }],
  }),
}

function editOf(type: EditType, random: Random, board: Dashboard): Edit {
  const parsed = parseEdit({ type, payload: payloads[type](random, board) })
  if (!parsed.ok) throw new Error(`${type}: ${parsed.error.message}`)
  return parsed.value
}

function applied(board: Dashboard, edit: Edit): { readonly dashboard: Dashboard; readonly inverse: Edit } {
  const result = applyEdit(board, edit)
  if (!result.ok) throw new Error(`${edit.type}: ${result.error.message}`)
  return result.value
}

const withoutVersion = ({ title, tiles, filters }: Dashboard): Omit<Dashboard, 'version'> => ({ title, tiles, filters })
const overWire = (edit: Edit): Edit => {
  const parsed = parseEdit(JSON.parse(JSON.stringify(edit)))
  if (!parsed.ok) throw new Error(`${edit.type}: ${parsed.error.message}`)
  return parsed.value
}

describe.each(types)('%s', (type) => {
  test('says what it does, in a sentence', () => {
    expect(edits[type].summary).toMatch(/^[A-Z].*\.$/)
  })

  test(`[E2, E3, P1] raises the version, keeps tiles apart and is taken back by its inverse (seed ${seed})`, () => {
    const random = seededRandom(seed)
    let through = 0
    for (let run = 0; run < 400; run += 1) {
      const before = someDashboard(random)
      const result = applyEdit(before, editOf(type, random, before))
      if (!result.ok) continue
      through += 1
      const { dashboard: after, inverse } = result.value
      expect(after.version).toBe(before.version + 1)
      expect(schema.safeParse(after).success).toBe(true)
      expect(isTidy(after.tiles)).toBe(true)
      const again = applied(after, overWire(inverse))
      expect(withoutVersion(again.dashboard)).toEqual(withoutVersion(before))
      expect(withoutVersion(applied(again.dashboard, overWire(again.inverse)).dashboard)).toEqual(withoutVersion(after))
    }
    expect(through).toBeGreaterThan(100)
  })

  test.each([
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { tile: '' },
    { tile: 7, title: 7, place: 7, filters: 7 },
    { title: '   ' },
  ])('[E1] refuses %j', (payload) => {
    const parsed = parseEdit({ type, payload })
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) expect(parsed.error.code).toBe('dashboard/edit-invalid')
  })

  test('[E1] never changes the dashboard it was given', () => {
    const random = seededRandom(7)
    const before = someDashboard(random)
    const copy = structuredClone(before)
    applyEdit(before, editOf(type, random, before))
    expect(before).toEqual(copy)
  })
})

test.each([
  null,
  'move-tile',
  [],
  {},
  { type: 'explode', payload: {} },
  { type: '__proto__', payload: {} },
  { type: 'toString', payload: {} },
])('[E1] %j is not an edit', (input) => {
  expect(parseEdit(input)).toMatchObject({ ok: false, error: { code: 'dashboard/edit-invalid' } })
})

test('[E1] a tile outside the grid or of an unknown chart type is refused', () => {
  const tile = tileAt('a', { x: 0, y: 0, w: 3, h: 2 })
  const add = (changed: object): boolean =>
    parseEdit({ type: 'add-tile', payload: { tile: { ...tile, ...changed } } }).ok
  expect(add({})).toBe(true)
  expect(add({ place: { x: -1, y: 0, w: 3, h: 2 } })).toBe(false)
  expect(add({ place: { x: 0, y: 0, w: 99, h: 2 } })).toBe(false)
  expect(add({ place: { x: 0.5, y: 0, w: 3, h: 2 } })).toBe(false)
  expect(add({ chart: { type: 'pie in the sky', x: null, y: [], series: null } })).toBe(false)
})

test(`[P1, E3] sequences of edits keep tiles apart, and are taken back one by one (seed ${seed})`, () => {
  const random = seededRandom(seed + 1)
  for (let run = 0; run < 60; run += 1) {
    const start = someDashboard(random)
    let board = start
    const undo: Edit[] = []
    for (let step = 0; step < 40; step += 1) {
      const result = applyEdit(board, editOf(random.pick(types), random, board))
      if (!result.ok) continue
      board = result.value.dashboard
      undo.push(result.value.inverse)
      expect(isTidy(board.tiles)).toBe(true)
      expect(new Set(board.tiles.map(({ id }) => id)).size).toBe(board.tiles.length)
    }
    for (const inverse of undo.toReversed()) board = applied(board, inverse).dashboard
    expect(withoutVersion(board)).toEqual(withoutVersion(start))
  }
})

test(`[P4] an inverse that comes after others' edits still keeps tiles apart (seed ${seed})`, () => {
  const random = seededRandom(seed + 2)
  for (let run = 0; run < 300; run += 1) {
    const start = someDashboard(random)
    const first = applyEdit(start, editOf(random.pick(types), random, start))
    if (!first.ok) continue
    let board = first.value.dashboard
    for (let step = 0; step < 3; step += 1) {
      const other = applyEdit(board, editOf(random.pick(types), random, board))
      if (other.ok) board = other.value.dashboard
    }
    const late = applyEdit(board, first.value.inverse)
    if (late.ok) expect(isTidy(late.value.dashboard.tiles)).toBe(true)
  }
})

test('[E4] a tile that has gone, an id that is taken and the sixty-first tile are refused', () => {
  const tiles = Array.from({ length: 60 }, (_, at) => tileAt(`t${at}`, { x: 0, y: at * 2, w: 3, h: 2 }))
  const board: Dashboard = { title: 'Full', version: 0, tiles, filters: [] }
  const code = (edit: Edit): string | null => {
    const result = applyEdit(board, edit)
    return result.ok ? null : result.error.code
  }
  const place = { x: 0, y: 0, w: 3, h: 2 }
  expect(code({ type: 'remove-tile', payload: { tile: 'gone' } })).toBe('dashboard/no-such-tile')
  expect(code({ type: 'add-tile', payload: { tile: tileAt('t3', place) } })).toBe('dashboard/tile-exists')
  expect(code({ type: 'add-tile', payload: { tile: tileAt('new', place) } })).toBe('dashboard/full')
})
