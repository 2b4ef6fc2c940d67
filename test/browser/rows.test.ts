import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, openSample, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

const firstCells = (page: Page, column: number): Promise<string[]> =>
  page
    .locator(`.grid-cell[data-column="${column}"]`)
    .evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''))

async function openRows(page: Page): Promise<void> {
  await page.goto(url)
  await page.locator('.nav-link[href^="/data/"]').click()
  await page.getByRole('tab', { name: 'Rows' }).click()
  await page.locator('.grid-cell:not([data-coming])').first().waitFor()
}

const found = (page: Page): Promise<string> => page.locator('.grid-found').innerText()

withChromium('the rows of a dataset', () => {
  test('are searched, filtered, sorted, pinned and hidden', async () => {
    const { context, page, problems } = await visitor(browser)
    await openRows(page)
    expect(await found(page)).toMatch(/^All [\d,]+ rows$/)
    await page.getByLabel('Find in all columns').fill('hamburg')
    await expect.poll(() => found(page)).toMatch(/^[\d,]+ of [\d,]+ rows$/)
    await expect.poll(async () => new Set(await firstCells(page, 4))).toEqual(new Set(['Hamburg']))

    await page.locator('.strip-shares span').first().click()
    await expect.poll(() => page.locator('.filter-chip').count()).toBe(1)
    await page.getByRole('button', { name: 'What to do with Order date' }).click()
    await page.getByRole('menuitem', { name: 'Largest first' }).click()
    await page.locator('[aria-sort=descending]').waitFor()
    await expect
      .poll(async () => (await firstCells(page, 1)).map((text) => Date.parse(text)))
      .toSatisfy((days: number[]) => days.length > 5 && days.every((day, at) => at === 0 || day <= (days[at - 1] ?? 0)))

    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('button', { name: 'Keep City in sight' }).click()
    await page.getByRole('checkbox', { name: 'Order ID' }).uncheck()
    await page.getByRole('button', { name: 'Done' }).click()
    expect(await page.locator('.grid-head-cell').first().innerText()).toContain('City')
    expect(await page.getByRole('columnheader', { name: /Order ID/ }).count()).toBe(0)

    await page.getByLabel('Find in all columns').fill('no such words anywhere')
    await page.getByRole('button', { name: 'Show all rows' }).click()
    await expect.poll(() => found(page)).toMatch(/^All/)
    expect(await seriousViolations(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })

  test('are walked through by keys alone, and a row is opened whole', async () => {
    const { context, page, problems } = await visitor(browser)
    await openRows(page)
    const grid = page.getByRole('grid')
    await grid.focus()
    await page.keyboard.press('Control+End')
    const current = (): Promise<string | null> => grid.getAttribute('aria-activedescendant')
    await expect.poll(async () => page.locator(`[id="${await current()}"]`).isVisible()).toBe(true)
    const last = await page.locator('.grid-number').last().innerText()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('heading', { name: `Row ${last}` }).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Before' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => grid.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Hide' }).waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('columnheader', { name: /Order ID/ }).count()).toBe(0)
    expect(problems).toEqual([])
    await context.close()
  })

  test('are opened by a second tap on a phone', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    const path = `/data/${await openSample(page)}?tab=rows`
    await page.goto(url + path)
    const cell = page.locator('.grid-cell:not([data-coming])').nth(1)
    await cell.tap()
    await cell.tap()
    await page.getByRole('heading', { name: /^Row \d/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(problems).toEqual([])
    await context.close()
  })
})
