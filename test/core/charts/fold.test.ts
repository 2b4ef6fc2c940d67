import { expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import { foldBars, foldBy, folded, foldForPicture, rowsLeft } from '#core/charts/drawing/fold.ts'
import { layBars } from '#core/charts/drawing/bar-layout.ts'
import { layScene } from '#core/charts/drawing/layouts.ts'
import { layStems } from '#core/charts/drawing/stems.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { Scene, SceneKind, SceneOf } from '#core/charts/scenes.ts'
import { columnOf, dataOf, tableOf } from '../../support/chart-tables.ts'

const products = Array.from({ length: 130 }, (_, at) => `Product number ${at + 1}`)
const data = dataOf(
  { dimensions: [{ column: 'Product' }], measures: [{ aggregate: 'sum', column: 'Revenue' }] },
  tableOf(
    columnOf('Product', 'text', products),
    columnOf(
      'Total Revenue',
      'decimal',
      products.map((_, at) => 1000 - at),
    ),
  ),
)
const room = { width: 600, height: 300, measure: (text: string) => text.length * 6 }

function sceneOf<Kind extends SceneKind>(type: string, kind: Kind): SceneOf<Kind> {
  const scene = sceneFor(specOf(type, { x: 'Product', y: 'Total Revenue' }), data)
  if (scene.kind !== kind) throw new Error(`${type} is no ${kind}`)
  return scene as SceneOf<Kind>
}

test('[CH13] as many bars are drawn as there is room for, and the others are counted', () => {
  const scene = sceneOf('bar', 'xy')
  const part = foldBars(scene, room)
  const drawn = part.scene.categories?.length ?? 0
  expect(layBars(part.scene, room.measure, room).size.height).toBe(room.height)
  expect(drawn).toBeGreaterThan(8)
  expect(part.left).toBe(products.length - drawn)
  expect(part.scene.series[0]?.y).toHaveLength(drawn)
  expect(rowsLeft(scene, part.left)).toMatchObject({ rows: 'products', count: part.left })
})

test('[CH13] where there is room for all, none is left out', () => {
  const scene = sceneOf('bar', 'xy')
  const { height } = rowsLeft(scene, 1)
  expect(foldBars(scene, { ...room, height })).toEqual({ scene, left: 0 })
})

test('[CH13] stems are as many as there is room for', () => {
  const part = foldBy(layStems)(sceneOf('lollipop', 'stems'), room)
  expect(part.scene.stems.length + part.left).toBe(products.length)
  expect(part.scene.stems.length).toBe(11)
})

test('[CH13] a picture, which nobody can open, says how many it leaves out', () => {
  const part = foldForPicture(sceneOf('bar', 'xy'))
  expect(part).toMatchObject({ note: 'The first 60 of 130 products are drawn.' })
})

const column = { name: 'Product', type: 'text', format: 'text' } as const
const value = { name: 'Revenue', type: 'decimal', format: 'number' } as const
const rows = products.map((label, at) => ({ label, key: label, at }))
const years = Array.from({ length: 12 }, (_, at) => Date.UTC(2010 + at, 5, 1))

/** A scene of every kind whose marks stand in rows, with far more of them than there is room for. */
const tall: readonly Scene[] = [
  {
    kind: 'matrix',
    x: column,
    y: column,
    value,
    columns: ['a', 'b'],
    rows: products,
    columnKeys: ['a', 'b'],
    rowKeys: products,
    cells: products.map((_, at) => [at, 1]),
    scale: 'sequential',
    range: { min: 0, max: 130 },
    note: null,
  },
  {
    kind: 'boxes',
    x: column,
    y: value,
    boxes: rows.map(({ label, key, at }) => {
      const [low, lower, middle, upper, high] = [at, at + 1, at + 2, at + 3, at + 4]
      return { label, key, low, lower, middle, upper, high, outliers: [] }
    }),
    note: null,
  },
  {
    kind: 'meters',
    shape: 'bullet',
    x: column,
    y: value,
    target: null,
    meters: rows.map(({ label, key, at }) => ({ label, key, value: at, target: null })),
    range: { min: 0, max: 130 },
    note: null,
  },
  {
    kind: 'slopes',
    x: column,
    y: value,
    ends: ['2023', '2024'],
    slopes: rows.map(({ label, key, at }) => ({ label, key, from: at, to: at + 1 })),
    note: null,
  },
  {
    kind: 'stems',
    x: column,
    y: value,
    stems: rows.map(({ label, key, at }) => ({ label, key, value: at })),
    note: null,
  },
  {
    kind: 'steps',
    x: column,
    y: value,
    steps: [
      ...rows.map(({ label, key, at }) => ({ label, key, from: at, to: at + 1, isTotal: false })),
      { label: 'Total', from: 0, to: 130, isTotal: true },
    ],
    note: null,
  },
  {
    kind: 'parts',
    shape: 'stages',
    x: column,
    y: value,
    parts: rows.map(({ label, key, at }) => ({ label, key, value: 130 - at, share: 1 })),
    total: 1,
    note: null,
  },
  {
    kind: 'calendar',
    x: { name: 'Day', type: 'date', format: 'date' },
    value,
    days: years,
    values: years.map(() => 1),
    range: { min: 0, max: 1 },
    note: null,
  },
]

test.each(tall.map((scene) => [scene.kind, scene] as const))('[CH13] %s never grows beyond its room', (_, scene) => {
  const { scene: drawn, left } = folded(scene, room, (part) => layScene(part, room).height)
  expect(layScene(scene, room).height).toBeGreaterThan(room.height)
  expect(layScene(drawn, room).height).toBe(room.height)
  expect(left).toBeGreaterThan(0)
  expect(rowsLeft(scene, left).height).toBeGreaterThan(room.height)
})

test('[CH13] the steps without room are one step, and lead to the same total', () => {
  const steps = tall.find((scene) => scene.kind === 'steps')
  if (steps?.kind !== 'steps') throw new Error('There are steps')
  const { scene, left } = folded(steps, room, (part) => layScene(part, room).height)
  const [others, total] = scene.steps.slice(-2)
  expect(others).toMatchObject({ label: `${left} others`, to: 130 })
  expect(others?.from).toBe(scene.steps.length - 2)
  expect(total).toMatchObject({ label: 'Total', isTotal: true })
})
