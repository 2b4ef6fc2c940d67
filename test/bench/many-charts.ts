import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { withServer } from './with-server.ts'

const steps = 60
const stepPixels = 120

type Frames = { readonly longest: number; readonly median: number; readonly over: number }

/** Runs in the page: how long frames take while it scrolls by itself, one step a frame, in milliseconds. */
const scrolled = ([count, pixels]: readonly [number, number]): Promise<Frames> =>
  new Promise((resolve) => {
    const taken: number[] = []
    let before = performance.now()
    const next = (now: number): void => {
      taken.push(now - before)
      before = now
      scrollBy(0, pixels)
      if (taken.length <= count) return void requestAnimationFrame(next)
      const sorted = taken.slice(1).toSorted((a, b) => a - b)
      resolve({
        longest: sorted.at(-1) ?? Number.NaN,
        median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
        over: sorted.filter((ms) => ms > 50).length,
      })
    }
    requestAnimationFrame(next)
  })

/** Runs in the page: how long the next frame takes after the pointer has moved over each chart on the screen. */
async function pointed(page: Page): Promise<number> {
  const boxes = await page.locator('[data-scene] .scene-frame').evaluateAll((frames) =>
    frames
      .map((frame) => frame.getBoundingClientRect())
      .filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight)
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })),
  )
  const taken: number[] = []
  for (const { x, y } of boxes) {
    const frame = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener(
            'pointermove',
            ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp))),
            { once: true, capture: true },
          )
        }),
    )
    await page.mouse.move(x, y)
    taken.push(await frame)
  }
  return Math.max(...taken)
}

const figure = (name: string, ours: number, unit?: string): Measurement => ({
  name,
  ours,
  others: {},
  ...(unit ? { unit } : {}),
})

/** A page of every chart type, as a person scrolls through it and points at its charts. */
export const manyCharts: Benchmark = {
  title: 'Every chart type on one page (no frame is to be over 50 ms)',
  run: () =>
    withServer(async ({ url }) => {
      const executablePath = findChromium()
      if (!executablePath) return []
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(`${url}/charts`)
      await page.locator('[data-scene]').nth(20).waitFor()
      const first = await page.evaluate(scrolled, [steps, stepPixels] as const)
      await page.evaluate(() => scrollTo(0, 0))
      const again = await page.evaluate(scrolled, [steps, stepPixels] as const)
      const move = await pointed(page)
      await browser.close()
      return [
        figure('scrolled for the first time: longest frame', first.longest),
        figure('frames over 50 ms', first.over, 'frames'),
        figure('scrolled again: longest frame', again.longest),
        figure('median frame', again.median),
        figure('pointed at a chart: until the next frame, the longest', move),
      ]
    }),
}
