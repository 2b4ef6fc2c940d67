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

/** The longest frame while a range is marked, and so zoomed to, in a chart that can be zoomed. */
async function brushed(page: Page): Promise<number> {
  const figure = page.locator('.scene-xy', { has: page.locator('.scene-tools') }).first()
  await figure.scrollIntoViewIfNeeded()
  const box = await figure.locator('.scene-frame').boundingBox()
  if (!box) return Number.NaN
  const longest = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let [before, most] = [performance.now(), 0]
        const next = (now: number): void => {
          most = Math.max(most, now - before)
          before = now
          requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
        addEventListener('pointerup', () => setTimeout(() => resolve(most), 500), { once: true, capture: true })
      }),
  )
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.3, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 30 })
  await page.mouse.up()
  return longest
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
      const brush = await brushed(page)
      await browser.close()
      return [
        figure('scrolled for the first time: longest frame', first.longest),
        figure('frames over 50 ms', first.over, 'frames'),
        figure('scrolled again: longest frame', again.longest),
        figure('median frame', again.median),
        figure('a range marked and zoomed to: longest frame', brush),
        figure('pointed at a chart: until the next frame, the longest', move),
      ]
    }),
}
