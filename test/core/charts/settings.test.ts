import { describe, expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import type { ChartType } from '#core/charts/chart.ts'
import { layScene } from '#core/charts/drawing/layouts.ts'
import { chartTypeIds, chartTypes } from '#core/charts/registry.ts'
import type { Scene, XyScene } from '#core/charts/scenes.ts'
import { setSettings } from '#core/charts/set-settings.ts'
import { settingFields } from '#core/charts/settings/fields.ts'
import { sketchOf, writeSvg } from '#core/charts/svg/svg-of.ts'
import { labelWidth } from '#core/charts/svg/text-width.ts'
import { leastSquares } from '#core/stats/least-squares.ts'
import { columnOf, dataOf, tableOf } from '../../support/chart-tables.ts'

const regions = dataOf(
  { dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'sum', column: 'Revenue' }] },
  tableOf(columnOf('Region', 'text', ['b', 'a', 'd', 'c']), columnOf('Total Revenue', 'decimal', [30, 10, 40, 20])),
)
const months = dataOf(
  { dimensions: [{ column: 'Order date', grain: 'month' }], measures: [{ aggregate: 'sum', column: 'Revenue' }] },
  tableOf(
    columnOf('Order date (month)', 'date', ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01']),
    columnOf('Total Revenue', 'decimal', [10, 20, 30, 40]),
  ),
)

function drawn(
  type: ChartType,
  data: typeof regions,
  settings: Record<string, string | number | boolean | null>,
): Scene {
  return type.scene({ ...type.specFor(data), settings }, data)
}
const xy = (scene: Scene): XyScene => {
  if (scene.kind !== 'xy') throw new Error(`${scene.kind} is no xy scene`)
  return scene
}

describe.each(chartTypeIds)('the settings of %s', (id) => {
  const type = chartTypes[id]

  test('[CH5] are a form, told from the schema alone', () => {
    const fields = settingFields(type)
    expect(fields.map(({ key }) => key)).toEqual(Object.keys(type.settings.shape))
    const usual = type.settings.parse({}) as Record<string, unknown>
    for (const field of fields) {
      expect(field.title).toMatch(/^[A-Z]/)
      expect(usual[field.key]).toBe(field.usual)
      if (field.kind === 'choice') {
        expect(field.options.length).toBeGreaterThan(1)
        for (const option of field.options) {
          expect(type.settings.safeParse({ [field.key]: option.id }).success).toBe(true)
          expect(option.text).toMatch(/^[A-Z0-9]/)
        }
      }
    }
  })

  test('[CH5] are each read from the text that names it', () => {
    for (const field of settingFields(type)) {
      const value = field.kind === 'choice' ? (field.options.at(-1)?.id ?? '') : field.kind === 'switch' ? true : 5
      const set = setSettings(specOf(id), [`${field.key}=${value}`])
      expect(set.ok && set.value.settings).toEqual({ [field.key]: value })
    }
    expect(setSettings(specOf(id), ['nothing=1']).ok).toBe(false)
  })
})

describe('shared settings', () => {
  test.each([
    ['largest', ['d', 'b', 'c', 'a']],
    ['smallest', ['a', 'c', 'b', 'd']],
    ['name', ['a', 'b', 'c', 'd']],
    ['asItStands', ['b', 'a', 'd', 'c']],
  ])('[CH8] order %s', (order, categories) => {
    const scene = xy(drawn(chartTypes.bar, regions, { order }))
    expect(scene.categories).toEqual(categories)
    expect(scene.keys).toEqual(categories)
    const stems = drawn(chartTypes.lollipop, regions, { order })
    expect(
      stems.kind === 'stems' &&
        (order === 'asItStands' || stems.stems.map(({ label }) => label).join() === categories.join()),
    ).toBe(true)
  })

  test('[CH8] an order that was chosen wins over the natural one', () => {
    const days = dataOf(
      { dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'sum', column: 'Revenue' }] },
      tableOf(
        columnOf('Region', 'text', ['Friday', 'Monday', 'Sunday']),
        columnOf('Total Revenue', 'decimal', [5, 9, 7]),
      ),
    )
    expect(xy(drawn(chartTypes.bar, days, {})).categories).toEqual(['Monday', 'Friday', 'Sunday'])
    expect(xy(drawn(chartTypes.bar, days, { order: 'largest' })).categories).toEqual(['Monday', 'Sunday', 'Friday'])
  })

  test('[CH8] reference lines stand at the mean, the median and the target', () => {
    const lines = xy(drawn(chartTypes.line, months, { reference: 'mean', target: 60 })).lines
    expect(lines?.map(({ value }) => value)).toEqual([25, 60])
    expect(lines?.map(({ label }) => label)).toEqual(['Mean 25', 'Target 60'])
    expect(xy(drawn(chartTypes.bar, regions, { reference: 'median' })).lines?.[0]?.value).toBe(25)
    const scene = xy(drawn(chartTypes.line, months, { target: 60 }))
    const { under } = layScene(scene, { width: 400, height: 300, measure: labelWidth })
    expect(under.some((shape) => shape.shape === 'path' && shape.dash !== undefined)).toBe(true)
  })

  test('[CH8] a trend goes through the points, with its fit', () => {
    const [trend] = xy(drawn(chartTypes.line, months, { trend: true })).trends ?? []
    expect(trend?.label).toMatch(/^Trend, R² (0\.99|1\.00)$/)
    expect(trend?.from.y).toBeCloseTo(10, 0)
    expect(trend?.to.y).toBeCloseTo(40, 0)
    const svg = writeSvg(
      sketchOf(drawn(chartTypes.line, months, { trend: true }), {
        width: 500,
        height: null,
        title: '',
        theme: 'light',
      }),
    )
    expect(svg).toContain('stroke-dasharray')
    expect(svg).toMatch(/>Trend, R² /)
  })

  test('[CH8] the ends of an axis are those that were chosen, and what is beyond is cut off', () => {
    const scene = xy(drawn(chartTypes.line, months, { axisFrom: 15, axisTo: 35 }))
    const { under, area } = layScene(scene, { width: 400, height: 300, measure: labelWidth })
    const clip = under.find((shape) => shape.shape === 'group')
    expect(clip?.shape === 'group' && clip.clip).toEqual({ width: area?.width, height: area?.height })
    const ticks = under.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : []))
    expect(ticks).toEqual(expect.arrayContaining(['15', '35']))
    expect(ticks).not.toContain('40')
    expect(xy(drawn(chartTypes.line, months, { axisFrom: 35, axisTo: 15 })).bounds).toBeUndefined()
  })

  test('[CH8] numbers are written as was chosen, in every kind of scene', () => {
    const text = (scene: Scene): string =>
      writeSvg(sketchOf(scene, { width: 500, height: null, title: '', theme: 'light' }))
    expect(text(drawn(chartTypes.bar, regions, { numbers: 'percentage' }))).toContain('40%')
    expect(text(drawn(chartTypes.lollipop, regions, { numbers: 'percentage' }))).toContain('40%')
    expect(text(drawn(chartTypes.bar, regions, {}))).not.toContain('40%')
  })

  test('[CH8] another colour of the palette comes first', () => {
    const text = (scene: Scene): string =>
      writeSvg(sketchOf(scene, { width: 500, height: null, title: '', theme: 'light' }))
    const [blue, green] = [
      text(drawn(chartTypes.bar, regions, {})),
      text(drawn(chartTypes.bar, regions, { colour: 'green' })),
    ]
    expect(blue).toContain('#3f62dd')
    expect(green).toBe(blue.replaceAll('#3f62dd', '#12907f'))
  })

  test('[CH5] settings of another type are as usual', () => {
    expect(drawn(chartTypes.bar, regions, { slices: 3, trend: true })).toEqual(drawn(chartTypes.bar, regions, {}))
  })
})

test('[CH8] a fitted line leaves the least squares', () => {
  expect(leastSquares([0, 1, 2], [1, 3, 5])).toEqual({ slope: 2, intercept: 1, r2: 1 })
  expect(leastSquares([0, 1, 2, 3], [1, Number.NaN, 5, 7])?.slope).toBeCloseTo(2, 12)
  expect(leastSquares([5, 5], [1, 2])).toBeNull()
  // Anscombe, Graphs in Statistical Analysis, 1973: the first of four sets of one line.
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
  const fitted = leastSquares(x, y)
  expect([fitted?.slope, fitted?.intercept, fitted?.r2].map((each) => each?.toFixed(2))).toEqual([
    '0.50',
    '3.00',
    '0.67',
  ])
})
