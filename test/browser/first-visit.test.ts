import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

/** Runs in the page: how much has moved in it without anybody's doing, as browsers score it. */
const shifted = (): Promise<number> =>
  new Promise((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 200)
  })

withChromium('a first visit', () => {
  test.each([
    ['a desk', { width: 1280, height: 1400 }],
    ['a phone', { ...phone, height: 1600 }],
  ] as const)(
    'on %s shows the first chart before anything is asked of the server, and the page takes it over without a jump',
    async (_, viewport) => {
      const { context, page, problems } = await visitor(browser, viewport)
      let release = (): void => {}
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route('**/api/v1/**', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(url)
      const look = page.locator('.tile-look svg')
      await look.waitFor()
      const before = await look.boundingBox()
      release()
      const plot = page.locator('.tile', { has: page.locator('.tile-look') }).locator('.scene-frame')
      await plot.locator('canvas').first().waitFor()
      await expect.poll(() => look.isVisible()).toBe(false)
      const after = await plot.boundingBox()
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(Math.abs((before?.[side] ?? 0) - (after?.[side] ?? 0)), side).toBeLessThanOrEqual(2)
      // Core Web Vitals call less than .1 good; the chart itself is held to 2 px above.
      expect(await page.evaluate(shifted)).toBeLessThan(0.1)
      expect(problems).toEqual([])
      await context.close()
    },
    60_000,
  )
})
