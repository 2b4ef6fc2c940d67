import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetsWorkbook } from '../support/sheets-workbook.ts'
import { hasChromium, launch, phone, seriousViolations, visitor } from './browser.ts'
import { ask, choose, drawn, drop, forgetFiles, fromApi, openHome, opened, setUp, uploaded } from './local-files.ts'

let browser: Browser
let bytes: Uint8Array
beforeAll(async () => {
  bytes = await sheetsWorkbook()
  if (hasChromium) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  forgetFiles()
})

const name = 'budget.xlsx'
const notice = (page: Page) => page.getByRole('region', { name: 'The sheets of this workbook' })

/** Sends the focus to what is named so, by the Tab key alone. */
async function tabTo(page: Page, named: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  for (let steps = 0; steps < 60 && (await focused()) !== named; steps++) await page.keyboard.press('Tab')
  expect(await focused()).toBe(named)
}

const withChromium = hasChromium ? describe : describe.skip

withChromium('a workbook of several sheets', () => {
  test('shows them at upload, the fullest one chosen; by keyboard another becomes a dataset', async () => {
    const { context, page, problems } = await visitor(browser)
    const id = await drop(page, { name, bytes })
    await notice(page).getByText('You see “Orders”.').waitFor()
    expect(await notice(page).getByRole('listitem').count()).toBe(3)
    expect(await notice(page).getByText('90 rows · 3 columns').count()).toBe(1)
    expect(await notice(page).getByRole('table', { name: 'The first lines of Customers' }).innerText()).toMatch(/Ada/)
    expect(await notice(page).getByText('No table in “Cover”, “Empty”.').count()).toBe(1)
    await tabTo(page, 'Make a dataset of Customers')
    await page.keyboard.press('Enter')
    await notice(page).getByRole('link', { name: 'Open Customers' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(id))
    await drawn(page)
    expect(await page.locator('h1').innerText()).toMatch(/Customers \(Budget\)/)
    await uploaded(page)
    const made = page.url().split('/').at(-1)
    await expect
      .poll(() => fromApi<object>(page, `datasets/${made}`))
      .toMatchObject({ rows: 3, choices: { sheet: 'Customers' }, name: 'Customers (Budget)' })
    expect(problems).toEqual([])
    await context.close()
  })

  test('keeps them for later: in another visit the server makes a dataset of one', async () => {
    const { context, page, problems } = await visitor(browser)
    const id = await drop(page, { name, bytes })
    await notice(page).getByRole('button', { name: 'Not now' }).click()
    expect(await notice(page).count()).toBe(0)
    await uploaded(page)
    await page.reload()
    await page.getByRole('button', { name: '3 sheets' }).click()
    await page.getByRole('button', { name: 'Make a dataset of Targets' }).click()
    await page.getByRole('link', { name: 'Open Targets' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(id))
    await drawn(page)
    expect(problems).toEqual([])
    await context.close()
  })

  test('on a phone without a network gives one sheet after the other, and all are sent once there is a network', async () => {
    const { context, page } = await visitor(browser, { viewport: phone, worksOffline: true })
    await openHome(page)
    await setUp(page)
    await context.setOffline(true)
    await choose(page, { name, bytes })
    await opened(page)
    expect(await seriousViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await notice(page).getByRole('button', { name: 'Make datasets of the 2 other sheets' }).click()
    await notice(page).getByRole('link', { name: 'Open Targets' }).click()
    await drawn(page)
    await page.getByRole('tab', { name: 'Ask' }).click()
    expect(await ask(page, 'total target')).toMatch(/30/)
    await context.setOffline(false)
    await expect
      .poll(
        async () =>
          (await fromApi<{ name: string; status: string }[]>(page, 'datasets'))
            .filter(({ status }) => status === 'ready')
            .map((each) => each.name),
        { timeout: 60_000 },
      )
      .toEqual(expect.arrayContaining(['Budget', 'Customers (Budget)', 'Targets (Budget)']))
    await context.close()
  })
})
