import { availableParallelism } from 'node:os'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, visitor } from './browser.ts'
import { drop, forgetFiles, holdBack, openHome } from './local-files.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  forgetFiles()
})

const rows = 320_000
const groups = ['North', 'South', 'East', 'West']

/** Whole numbers, so that their sums are known without a doubt. */
const amountAt = (row: number): number => ((row * 7919) % 1000) - 200
const csv = (): Uint8Array =>
  Buffer.from(
    `Region,Amount\n${Array.from({ length: rows }, (_, row) => `${groups[row % 4]},${amountAt(row)}`).join('\n')}\n`,
  )
const total = (group: number): number =>
  Array.from({ length: rows / 4 }, (_, at) => amountAt(at * 4 + group)).reduce((sum, amount) => sum + amount, 0)

const withChromium = hasChromium ? describe : describe.skip

withChromium('a table of many rows', () => {
  test.skipIf(availableParallelism() < 2)(
    'is worked on by several workers, and its figures are those of all rows',
    async () => {
      const { context, page, problems } = await visitor(browser)
      await openHome(page)
      const release = await holdBack(page, '**/api/v1/uploads')
      await drop(page, { name: 'many.csv', bytes: csv() })
      await page.locator('.dataset-actions .button', { hasText: 'Explore' }).click()
      for (const field of ['Amount', 'Region'])
        await page.getByRole('button', { name: field, exact: true }).first().click()
      await page
        .getByRole('radio', { name: 'Table' })
        .or(page.getByRole('button', { name: 'Table' }))
        .first()
        .click()
      const lines = page.locator('.sheet-table tbody tr')
      await expect.poll(() => lines.count()).toBe(4)
      const found = (await lines.allInnerTexts()).map((line) => line.replaceAll(',', '').split(/\s+/))
      expect(new Map(found.map(([name, sum]) => [name, Number(sum)]))).toEqual(
        new Map(groups.map((name, group) => [name, total(group)])),
      )
      const engine = page.workers().find((worker) => worker.url().includes('engine.worker'))
      const started = await engine?.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
      expect(started).toContainEqual(expect.stringContaining('part.worker'))
      release()
      expect(problems).toEqual([])
      await context.close()
    },
  )
})
