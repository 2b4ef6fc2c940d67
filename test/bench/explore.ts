import { readFile } from 'node:fs/promises'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import { parquetBytes } from '../support/parquet-bytes.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { salesTable } from './sales.ts'
import { salesCsv } from './sales-csv.ts'
import { withServer } from './with-server.ts'

const figure = (name: string, ours: number): Measurement => ({ name, ours, others: {} })
const minutes = 60_000

const redraws = (page: Page): Promise<number[]> =>
  page.evaluate(() => performance.getEntriesByName('explore redraw').map(({ duration }) => duration))

/** Does something, and gives the milliseconds from then until its picture was painted. */
async function redrawAfter(page: Page, act: () => Promise<void>): Promise<number> {
  const before = (await redraws(page)).length
  await act()
  await page.waitForFunction((known) => performance.getEntriesByName('explore redraw').length > known, before)
  return (await redraws(page)).at(-1) ?? Number.NaN
}

const add = (page: Page, label: string) => () => page.getByRole('button', { name: label, exact: true }).first().click()
const undo = (page: Page) => () => page.keyboard.press('Control+z')

async function redrawWith(page: Page, label: string): Promise<number> {
  const time = await redrawAfter(page, add(page, label))
  await redrawAfter(page, undo(page))
  return time
}

/** The memory of a browser's largest page with its workers, in MB; NaN where the system does not tell. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  const states = await Promise.all(pages.map(({ id }) => readFile(`/proc/${id}/status`, 'utf8').catch(() => '')))
  return Math.max(...states.map((state) => Number(/VmRSS:\s+(\d+)/.exec(state)?.[1] ?? Number.NaN) / 1024))
}

/** Opens a file in a browser, which holds it from then on, and waits until nothing else is going on. */
async function exploring(page: Page, url: string, file: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Choose a file', { exact: true }).setInputFiles(file)
  await page.locator('.dataset-facts .button', { hasText: 'Explore' }).click({ timeout: 9 * minutes })
  await page.locator('.fields').waitFor()
  await page.locator('.upload-line').waitFor({ state: 'detached', timeout: 9 * minutes })
  await sleep(5000)
}

/** Pictures asked for by hand, one after the other; each field's column is read when it is first asked for. */
async function explored(page: Page): Promise<readonly Measurement[]> {
  const first = [await redrawAfter(page, add(page, 'Amount'))]
  for (const label of ['Region', 'Day']) first.push(await redrawWith(page, label))
  // What was asked before is remembered; with a second measure all is computed anew.
  await redrawAfter(page, add(page, 'Amount'))
  const region = await redrawWith(page, 'Region')
  const month = await redrawWith(page, 'Day')
  await redrawAfter(page, add(page, 'Region'))
  const both = await redrawAfter(page, add(page, 'Day'))
  return [
    figure('first sight of a column, slowest of 3', Math.max(...first)),
    figure('two measures by region (to be under 100 ms at 1M, 150 ms at 10M)', region),
    figure('two measures by month', month),
    figure('two measures by region and month', both),
    { ...figure('memory of the page with its workers (to be under 1,500 MB)', await memoryOf(page)), unit: 'MB' },
  ]
}

async function measure(write: (folder: string) => string | Promise<string>): Promise<readonly Measurement[]> {
  const executablePath = findChromium()
  if (!executablePath) return []
  return withServer(async ({ url, folder }) => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    const page = await browser.newPage()
    await exploring(page, url, await write(folder))
    const measurements = await explored(page)
    await browser.close()
    return measurements
  })
}

/** A million rows held by the browser, explored by hand: from the change to the picture. */
export const explore: Benchmark = {
  title: 'Explore, 1,000,000 rows in the browser: from a change to its picture',
  run: () =>
    measure((folder) => {
      const file = join(folder, 'million.csv')
      writeFileSync(file, salesCsv(1_000_000))
      return file
    }),
}

const kept = ['region', 'day', 'amount']

/** Ten million rows held by the browser. */
export const tenMillion: Benchmark = {
  title: 'Explore, 10,000,000 rows in the browser: from a change to its picture',
  run: () =>
    measure(async (folder) => {
      const columns = salesTable(10_000_000).columns.filter(({ name }) => kept.includes(name))
      const file = join(folder, 'ten-million.parquet')
      writeFileSync(file, await parquetBytes([{ rows: 10_000_000, columns }], columns))
      return file
    }),
}
