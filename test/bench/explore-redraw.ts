import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import type { Measurement } from './benchmark.ts'
import { salesCsv } from './sales-csv.ts'

const figure = (name: string, ours: number): Measurement => ({ name, ours, others: {} })

const redraws = (page: Page): Promise<number[]> =>
  page.evaluate(() => performance.getEntriesByName('explore redraw').map(({ duration }) => duration))

/** Does something, and gives the milliseconds from then until its picture was painted. */
async function redrawAfter(page: Page, act: () => Promise<void>): Promise<number> {
  const before = (await redraws(page)).length
  await act()
  await page.waitForFunction((known) => performance.getEntriesByName('explore redraw').length > known, before)
  return (await redraws(page)).at(-1) ?? Number.NaN
}

/** Fields put on shelves and taken away again, by the pictures that come of it. */
async function explored(page: Page): Promise<{ readonly cold: number[]; readonly warm: number[] }> {
  const add = (label: string) => () => page.getByRole('button', { name: label, exact: true }).first().click()
  const key = (keys: string) => () => page.keyboard.press(keys)
  const cold = [await redrawAfter(page, add('Amount'))]
  for (const label of ['Region', 'Day', 'Category']) {
    cold.push(await redrawAfter(page, add(label)))
    await redrawAfter(page, key('Control+z'))
  }
  const warm: number[] = []
  for (const label of ['Region', 'Category', 'Amount', 'Day', 'Amount']) warm.push(await redrawAfter(page, add(label)))
  return { cold, warm }
}

/** A million rows held by the browser, explored by hand: how long each picture takes. */
export async function redrawn(url: string, folder: string): Promise<readonly Measurement[]> {
  const executablePath = findChromium()
  if (!executablePath) return []
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  await page.goto(url)
  const file = join(folder, 'million.csv')
  writeFileSync(file, salesCsv(1_000_000))
  await page.getByLabel('Choose a file', { exact: true }).setInputFiles(file)
  await page.locator('.dataset-facts .button', { hasText: 'Explore' }).click({ timeout: 300_000 })
  await page.locator('.fields').waitFor()
  const { cold, warm } = await explored(page)
  await browser.close()
  const sorted = warm.toSorted((a, b) => a - b)
  return [
    figure('Explore, 1,000,000 rows in the browser: first sight of a column, slowest of 4', Math.max(...cold)),
    figure(
      'the same, columns known: change to picture, median (to be under 100 ms)',
      sorted[sorted.length >> 1] ?? Number.NaN,
    ),
    figure('the slowest of them', sorted.at(-1) ?? Number.NaN),
  ]
}
