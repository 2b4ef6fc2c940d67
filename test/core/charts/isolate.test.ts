import { expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import { isolated } from '#core/charts/isolate.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { columnOf, dataOf, tableOf } from '../../support/chart-tables.ts'

const scene = sceneFor(
  specOf('bar', { x: 'Region', y: 'Total Revenue', colour: 'Channel' }),
  dataOf(
    { dimensions: [{ column: 'Region' }, { column: 'Channel' }], measures: [{ aggregate: 'sum', column: 'Revenue' }] },
    tableOf(
      columnOf('Region', 'text', ['North', 'North', 'South', 'South']),
      columnOf('Channel', 'text', ['Web', 'Shop', 'Web', 'Shop']),
      columnOf('Total Revenue', 'decimal', [4, 3, 2, 1]),
    ),
  ),
)

test('[CH15] a series alone keeps its place, and the others have no values', () => {
  if (scene.kind !== 'xy') throw new Error('no bars')
  const alone = isolated(scene, 1)
  expect(alone.series.map(({ label }) => label)).toEqual(scene.series.map(({ label }) => label))
  expect(alone.series[1]).toBe(scene.series[1])
  expect(Array.from(alone.series[0]?.y ?? [])).toEqual([Number.NaN, Number.NaN])
})

test('[CH15] none alone is all of them', () => {
  if (scene.kind !== 'xy') throw new Error('no bars')
  expect(isolated(scene, null)).toBe(scene)
  expect(isolated(scene, 9)).toBe(scene)
})
