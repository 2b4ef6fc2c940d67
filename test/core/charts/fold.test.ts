import { expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import { foldBars, foldForPicture, foldStems, rowsLeft } from '#core/charts/drawing/fold.ts'
import { layBars } from '#core/charts/drawing/bar-layout.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { SceneKind, SceneOf } from '#core/charts/scenes.ts'
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
  const folded = foldBars(scene, room)
  const drawn = folded.scene.categories?.length ?? 0
  expect(layBars(folded.scene, room.measure, room).size.height).toBe(room.height)
  expect(drawn).toBeGreaterThan(8)
  expect(folded.left).toBe(products.length - drawn)
  expect(folded.scene.series[0]?.y).toHaveLength(drawn)
  expect(rowsLeft(scene, folded.left)).toMatchObject({ rows: 'products', count: folded.left })
})

test('[CH13] where there is room for all, none is left out', () => {
  const scene = sceneOf('bar', 'xy')
  const { height } = rowsLeft(scene, 1)
  expect(foldBars(scene, { ...room, height })).toEqual({ scene, left: 0 })
})

test('[CH13] stems are as many as there is room for', () => {
  const folded = foldStems(sceneOf('lollipop', 'stems'), room)
  expect(folded.scene.stems.length + folded.left).toBe(products.length)
  expect(folded.scene.stems.length).toBe(10)
})

test('[CH13] a picture, which nobody can open, says how many it leaves out', () => {
  const folded = foldForPicture(sceneOf('bar', 'xy'))
  expect(folded).toMatchObject({ note: 'The first 60 of 130 products are drawn.' })
})
