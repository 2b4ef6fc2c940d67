import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import { columnOf, dataOf, tableOf } from '../support/chart-tables.ts'
import { pageScript } from '../support/page-script.ts'
import { hasChromium, launch } from './browser.ts'
import type { Compared } from './page/edge-marks.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  if (!hasChromium) return
  browser = await launch()
  page = await browser.newPage()
  const colours = ['#ff0000', '#00ff00', '#0000ff'].map((colour, at) => `--chart-${at + 1}: ${colour};`).join('')
  const greys = '--ink: #000; --ink-muted: #555; --ink-faint: #777; --line: #ddd; --line-strong: #bbb;'
  await page.setContent(`<style>:root { ${colours}${greys} --surface-raised: #fff; } body { margin: 0 }</style>`)
  await page.addScriptTag({ content: await pageScript('test/browser/page/edge-marks.ts') })
})
afterAll(async () => browser?.close())

const regions = ['North', 'South', 'East', 'West']
const channels = ['Web', 'Shop', 'Phone']
const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}-01`)
const figure = (at: number): number => 40 + ((at * 37) % 61)

function sceneOf(type: string, along: 'Region' | 'Month', split: boolean): XyScene {
  const keys = along === 'Region' ? regions : months
  const pairs = keys.flatMap((key) => (split ? channels : channels.slice(0, 1)).map((channel) => ({ key, channel })))
  const table = tableOf(
    columnOf(
      along === 'Region' ? 'Region' : 'Month (month)',
      along === 'Region' ? 'text' : 'date',
      pairs.map(({ key }) => key),
    ),
    ...(split
      ? [
          columnOf(
            'Channel',
            'text',
            pairs.map(({ channel }) => channel),
          ),
        ]
      : []),
    columnOf(
      'Total Revenue',
      'decimal',
      pairs.map((_, at) => figure(at)),
    ),
  )
  const first = along === 'Region' ? { column: 'Region' } : { column: 'Month', grain: 'month' as const }
  const data = dataOf(
    {
      dimensions: [first, ...(split ? [{ column: 'Channel' }] : [])],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
    table,
  )
  const x = along === 'Region' ? 'Region' : 'Month (month)'
  const scene = sceneFor(specOf(type, { x, y: 'Total Revenue', ...(split ? { colour: 'Channel' } : {}) }), data)
  if (scene.kind !== 'xy') throw new Error(`${type} is drawn as ${scene.kind}`)
  return scene
}

/** Dots of three groups, and bins: figures that need no Query to be laid out. */
const dots: XyScene = {
  ...sceneOf('line', 'Month', true),
  x: { name: 'Weight', type: 'decimal', format: 'number' },
  positions: Float64Array.from({ length: 12 }, (_, at) => at * 9 + ((at * 7) % 5)),
  series: channels.map((label, series) => ({
    label,
    style: 'dot',
    y: Float64Array.from({ length: 12 }, (_, at) => (at % 3 === series ? figure(at) : Number.NaN)),
  })),
}
const sizes = {
  column: { name: 'Size', type: 'decimal', format: 'number' } as const,
  values: Float64Array.from({ length: 12 }, (_, at) => at + 4),
}
const bins: XyScene = {
  ...dots,
  binWidth: 5,
  positions: Float64Array.from({ length: 12 }, (_, at) => at * 5),
  series: [{ label: 'Orders', style: 'bar', y: Float64Array.from({ length: 12 }, (_, at) => figure(at)) }],
}

const scenes: readonly (readonly [string, XyScene])[] = [
  ['bars', sceneOf('bar', 'Region', false)],
  ['bars beside each other', sceneOf('bar', 'Region', true)],
  ['stacked bars', sceneOf('stackedBar', 'Region', true)],
  ['bars of shares', sceneOf('percentBar', 'Region', true)],
  ['a line', sceneOf('line', 'Month', false)],
  ['lines', sceneOf('line', 'Month', true)],
  ['steps', sceneOf('step', 'Month', true)],
  ['an area', sceneOf('area', 'Month', false)],
  ['stacked areas', sceneOf('stackedArea', 'Month', true)],
  ['dots', dots],
  ['bubbles', { ...dots, sizes }],
  ['bins', bins],
]

const withChromium = hasChromium ? describe : describe.skip

withChromium('the marks of the edge', () => {
  test.each(scenes)('are where the page draws them, in its colours, within 2 pixels: %s', async (_, scene) => {
    const { marks, missed } = await page.evaluate(
      (given) => (globalThis as unknown as { compareMarks: (scene: XyScene) => Promise<Compared> }).compareMarks(given),
      scene,
    )
    expect(marks).toBeGreaterThan(3)
    expect(missed).toEqual([])
  })
})
