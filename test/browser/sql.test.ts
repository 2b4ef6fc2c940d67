import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

async function openSql(page: Page): Promise<void> {
  await page.goto(url)
  await page.getByRole('link', { name: 'SQL', exact: true }).click()
  await page.locator('.sql-editor[data-ready]').waitFor()
  await page.locator('.sql-example').first().waitFor()
}

/** The name that SQL has for the dataset that is there. */
const tableName = (page: Page): Promise<string> => page.locator('.sql-tables code').first().innerText()

async function write(page: Page, sql: string): Promise<void> {
  await page.getByRole('textbox', { name: 'SQL' }).click()
  await page.keyboard.press('ControlOrMeta+a')
  // Typed over, Chromium would give the new text the colours of the old as a style, which the page's policy refuses.
  await page.keyboard.press('Backspace')
  await page.keyboard.insertText(sql)
}

withChromium('SQL', () => {
  test('is written, run and refused where it must be', async () => {
    const { context, page, problems } = await visitor(browser)
    await openSql(page)
    const table = await tableName(page)

    await write(page, `SELECT count(*) AS n, 6 * 7 AS answer FROM ${table}`)
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('.sql-result [data-scene="table"]').getByText('42', { exact: true }).waitFor()
    expect(new URL(page.url()).hash).toContain('answer')

    await write(page, "SELECT * FROM read_csv('https://example.com/x.csv')")
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    const notice = page.getByRole('alert')
    await notice.getByText('read_csv cannot be read from').waitFor()
    expect(await page.locator('.cm-lintRange-error').innerText()).toBe('read_csv')

    await write(page, `SELECT 1,\n  no_such_column\nFROM ${table}`)
    await page.keyboard.press('ControlOrMeta+Enter')
    await notice.getByText(/no_such_column/).waitFor()
    expect(await page.locator('.cm-lintRange-error').innerText()).toBe('no_such_column')
    expect(await page.getByRole('tab', { name: /^Result/ }).count()).toBe(3)

    await page.getByRole('button', { name: 'History' }).click()
    await page.getByRole('button', { name: /^Open: SELECT count/ }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'SQL' }).innerText()).toContain('answer')
    expect(await seriousViolations(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })

  test('opens from a link, is cancelled, and answers again', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    await page.goto(
      `${url}/sql#q=${encodeURIComponent('WITH RECURSIVE r AS (SELECT 1 n UNION ALL SELECT n + 1 FROM r WHERE n > 0) SELECT max(n) FROM r')}`,
    )
    await page.locator('.sql-editor[data-ready]').waitFor()
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByText('Running …').waitFor()
    await page.locator('.sql-running').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('alert').getByText('The query was stopped').waitFor()
    await write(page, 'SELECT 6 * 7')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.locator('[data-scene="number"]').getByText('42').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(problems).toEqual([])
    await context.close()
  })
  test('goes on in Explore with what Explore can say, and says what it cannot', async () => {
    const { context, page, problems } = await visitor(browser)
    await openSql(page)
    const table = await tableName(page)
    const button = page.getByRole('button', { name: 'Show in Explore' })

    await write(page, `SELECT Channel, rank() OVER () FROM ${table}`)
    await page.locator('.sql-explore[aria-disabled="true"]').waitFor()
    expect(await button.getAttribute('title')).toContain('A window (OVER) has no counterpart in Explore.')

    await write(
      page,
      `SELECT Channel, sum(Revenue) AS takings FROM ${table} WHERE Rating > 2 GROUP BY 1 ORDER BY 2 DESC`,
    )
    await page.locator('.sql-explore[aria-disabled="false"]').waitFor()
    await button.click()
    await page.getByRole('heading', { name: 'Explore', exact: true }).waitFor()
    await page.getByText('takings', { exact: true }).first().waitFor()
    await page.locator('.chip, [class*="chip"]').filter({ hasText: 'Rating' }).first().waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})
