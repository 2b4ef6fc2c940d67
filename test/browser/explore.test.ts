import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copied } from '../support/duckdb-files.ts'
import { exported, fromParquet, imageOf, linesOfCsv, linesOfWorkbook, sheetXml } from './exported.ts'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
  })

/** Only once it is there: without it, the walk would come round before the answer does. */
async function walkTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true }).or(page.getByLabel(name, { exact: true }))
  await wanted.first().waitFor()
  // Twice round: a result that is drawn anew takes the focus back to the start.
  for (let step = 0; step < 120; step += 1) {
    if ((await focused(page)) === name) return
    await page.keyboard.press('Tab')
  }
  expect.fail(`the focus never came to ${name}`)
}

/** The cells on show, line by line, without marks of thousands. */
const linesOf = (page: Page): Promise<string[][]> =>
  page
    .locator('.sheet-table tr')
    .evaluateAll((lines) =>
      lines.map((line) => [...line.children].map((cell) => (cell.textContent ?? '').trim().replaceAll(',', ''))),
    )

const chipsOn = (page: Page, shelf: string): Promise<string[]> =>
  page.locator(`[data-shelf=${shelf}] .shelf-chip-open`).allInnerTexts()

/** What native DuckDB makes of the sample's own file, as CSV. */
async function referee(page: Page, sql: (file: string) => string): Promise<string> {
  const bytes = await page.evaluate(async () => {
    const id = location.pathname.split('/').at(-1)
    const response = await fetch(`/api/v1/datasets/${id}/data.parquet`)
    return [...new Uint8Array(await response.arrayBuffer())]
  })
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-'))
  const path = join(folder, 'data.parquet')
  writeFileSync(path, Uint8Array.from(bytes))
  const csv = await copied(sql(path), 'FORMAT csv, HEADER false')
  rmSync(folder, { recursive: true })
  return new TextDecoder().decode(csv).trim()
}

/** Only what is needed of the file's name: columns are called as in the sample. */
const bySum = (dimension: string) => (file: string) =>
  `SELECT "${dimension}", round(sum("Revenue")) FROM read_parquet('${file}') GROUP BY 1 ORDER BY 2 DESC`

async function open(page: Page): Promise<void> {
  await page.goto(`${url}/explore`)
  await page.getByLabel('Find a field').waitFor()
}

withChromium('exploring', () => {
  test('a question is built by keys alone, and its figures are those of native DuckDB', async () => {
    const { context, page, problems } = await visitor(browser)
    await open(page)
    await walkTo(page, 'Find a field')
    await page.keyboard.type('revenue')
    await page.keyboard.press('Enter')
    await expect.poll(() => chipsOn(page, 'values')).toEqual(['Total revenue'])
    await page.keyboard.press('Control+a')
    await page.keyboard.type('region')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('r')
    await expect.poll(() => chipsOn(page, 'rows')).toEqual(['Region'])
    await walkTo(page, 'Table')
    await page.keyboard.press('Enter')
    await walkTo(page, 'Totals')
    await page.keyboard.press('Enter')
    await page.locator('.sheet-table tfoot').waitFor()

    const [, ...rows] = await linesOf(page)
    const expected = (await referee(page, bySum('Region'))).split('\n').map((line) => line.split(','))
    expect(rows.slice(0, -1).map(([name, figure]) => [name, String(Number(figure))])).toEqual(
      expected.map(([name, figure]) => [name, String(Number(figure))]),
    )

    await page.locator('[data-shelf=rows] .shelf-chip-open').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => chipsOn(page, 'columns')).toEqual(['Region'])
    await expect.poll(() => page.locator('.explore [aria-live=polite]').innerText()).toContain('columns, 1 of 1')
    await expect.poll(() => focused(page)).toBe('Region')
    await page.keyboard.press('Delete')
    await expect.poll(() => chipsOn(page, 'columns')).toEqual([])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => chipsOn(page, 'rows')).toEqual(['Region'])
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => chipsOn(page, 'columns')).toEqual(['Region'])
    expect(problems).toEqual([])
    await context.close()
  })

  test('its address holds it; a mark is looked at closer; what is exported is what is on show', async () => {
    const { context, page, problems } = await visitor(browser)
    await open(page)
    await page.getByRole('button', { name: /^Total revenue by channel and/ }).click()
    await page.locator('.sheet-table tfoot').waitFor()
    await expect.poll(() => page.url()).toContain('?x=1')
    const before = await linesOf(page)
    await page.reload()
    await page.locator('.sheet-table tfoot').waitFor()
    await expect.poll(() => linesOf(page)).toEqual(before)

    expect(linesOfCsv(await exported(page, 'CSV'))).toEqual(before)
    const workbook = await exported(page, 'Excel workbook')
    // Read again, a total is no data; it stands in the file all the same.
    expect(await linesOfWorkbook(workbook)).toEqual(before.slice(0, -1))
    const written = [...sheetXml(workbook).matchAll(/<v>([\d.]+)<\/v>/g)].map(([, figure]) => Number(figure).toFixed(0))
    expect(written).toContain(before.at(-1)?.at(-1))
    expect(sheetXml(workbook)).toMatch(/<pane [^>]*state="frozen"/)
    const parquet = await exported(page, 'Parquet')
    const figures = before
      .slice(1, -1)
      .flatMap(([channel, ...cells]) => cells.slice(0, -1).map((cell, at) => [channel, before[0]?.[at + 1], cell]))
    expect((await fromParquet(parquet, '"Channel", "Region", "Total revenue"')).toSorted()).toEqual(figures.toSorted())

    const figure = page.locator('.sheet-table tbody tr').first().locator('td').first()
    const whole = Number((await figure.innerText()).replaceAll(',', ''))
    await figure.click()
    await page.getByRole('button', { name: 'Look closer by Category' }).click()
    await expect.poll(() => chipsOn(page, 'filters')).toHaveLength(2)
    await expect.poll(async () => Number((await linesOf(page)).at(-1)?.at(-1))).toBe(whole)

    await page.locator('.sheet-table tbody th').first().click()
    await page.getByRole('button', { name: 'See the rows behind it' }).click()
    await page.locator('.grid-cell:not([data-coming])').first().waitFor()
    expect(await page.locator('.filter-chip').count()).toBeGreaterThanOrEqual(3)
    expect(await page.locator('.grid-found').innerText()).toMatch(/^[\d,]+ of [\d,]+ rows$/)
    await page.goBack()
    await expect.poll(() => chipsOn(page, 'filters')).toHaveLength(2)

    await page.getByRole('button', { name: 'Bar chart' }).click()
    await page.locator('.explore-drawn [data-scene=xy]').waitFor()
    const picture = await exported(page, 'Picture (PNG)')
    expect(picture.name).toMatch(/\.png$/)
    const image = await imageOf(page, picture)
    expect(image.width).toBeGreaterThan(800)
    expect(image.height).toBeGreaterThan(400)
    expect(image.colours, 'more than a blank page').toBeGreaterThan(20)
    expect(problems).toEqual([])
    await context.close()
  })

  test('a question goes from an answer to the screen, and from there to the dashboard; SQL says the same', async () => {
    const { context, page, problems } = await visitor(browser)
    await page.goto(url)
    await page.locator('.nav-link[href^="/data/"]').click()
    await page.getByRole('tab', { name: 'Dashboard' }).waitFor()
    await page
      .getByLabel(/^Ask about/)
      .first()
      .fill('total revenue by region')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Explore this' }).click()
    await expect.poll(() => chipsOn(page, 'rows')).toEqual(['Region'])
    await page.locator('[data-scene]').first().waitFor()
    await page.getByRole('button', { name: 'Show as SQL' }).click()
    await expect.poll(() => page.locator('.sql-text').innerText()).toMatch(/select[\s\S]*sum/iu)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add to dashboard' }).click()
    await page.locator('.toast', { hasText: 'Pinned to' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])

    // Gone on right after a change, while the next screen is slow to come, one gets there all the same.
    await page.route('**/sql-page*', async (asked) => {
      await sleep(600)
      await asked.continue()
    })
    await page.evaluate(() => {
      ;[...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Table')?.click()
      document.querySelector<HTMLElement>('a[href="/sql"]')?.click()
    })
    await page.locator('.sql-editor[data-ready]').waitFor({ timeout: 10_000 })
    expect(new URL(page.url()).pathname).toBe('/sql')
    expect(problems).toEqual([])
    await context.close()
  })

  test('a question over groups goes the same way, and says of which groups it is', async () => {
    const { context, page, problems } = await visitor(browser)
    await page.goto(url)
    await page.locator('.nav-link[href^="/data/"]').click()
    await page.getByRole('tab', { name: 'Dashboard' }).waitFor()
    await page
      .getByLabel(/^Ask about/)
      .first()
      .fill('average monthly revenue by region')
    await page.keyboard.press('Enter')
    await page.locator('.answer-sentence', { hasText: 'average total revenue per month' }).first().waitFor()
    await page.getByRole('button', { name: 'Explore this' }).click()
    await expect.poll(() => chipsOn(page, 'rows')).toEqual(['Region'])
    await page.locator('[data-scene]').first().waitFor()
    await page.locator('.shelf-chip', { hasText: 'For each month' }).waitFor()
    await page.getByRole('button', { name: 'Show as SQL' }).click()
    await expect.poll(() => page.locator('.sql-text').innerText()).toMatch(/sum[\s\S]*avg/iu)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add to dashboard' }).click()
    await page.locator('.toast', { hasText: 'Pinned to' }).waitFor()
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const tile = page.locator('.tile', { hasText: 'Average total revenue per month' }).last()
    await tile.locator('[data-scene]').first().waitFor({ timeout: 20_000 })
    expect(await seriousViolations(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })

  test('works by thumb on a phone: fields come as a sheet, and nothing is wider than the page', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    await page.goto(`${url}/explore`)
    await page.getByRole('button', { name: 'Fields' }).tap()
    await page.getByRole('button', { name: 'Revenue', exact: true }).tap()
    await page.getByRole('button', { name: 'Order date', exact: true }).tap()
    await page.getByRole('button', { name: 'Done' }).tap()
    await page.locator('[data-scene=xy]').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })
})
