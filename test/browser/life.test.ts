import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

const regions = ['North', 'South', 'East', 'West']
const dayOf = (row: number): string => new Date(Date.UTC(2024, 0, 1 + (row % 300))).toISOString().slice(0, 10)

function file(name: string, header: string, rows: number): { name: string; mimeType: string; buffer: Buffer } {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${1000 + row},${dayOf(row)},${regions[row % 4]},${10 + (row % 17) * 5}`,
  )
  return { name, mimeType: 'text/csv', buffer: Buffer.from([header, ...lines].join('\n')) }
}
const first = file('shop orders.csv', 'Order ID,Day,Region,Amount', 400)
const second = file('shop orders new.csv', 'Order ID,Day,Region,Turnover', 400)
const broken = { ...first, name: 'broken.xlsx', buffer: Buffer.from([0x50, 0x4b, 3, 4, ...new Uint8Array(300)]) }

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

async function load(page: Page): Promise<string> {
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByLabel('Choose a file', { exact: true }).setInputFiles(first)
  await page.waitForURL('**/data/**', { timeout: 30_000 })
  await page.locator('.tile [data-scene]').first().waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: 'New version', exact: true }).waitFor({ timeout: 30_000 })
  return page.url()
}

const renew = (page: Page, next: typeof first): Promise<void> =>
  page.getByLabel('New version of Shop orders').setInputFiles(next)

const isGone = (page: Page, text: string | RegExp): Promise<void> =>
  expect.poll(() => page.getByText(text).count(), { timeout: 15_000 }).toBe(0)

const withChromium = hasChromium ? describe : describe.skip

withChromium('the life of a dataset', () => {
  test('a new version warns of what it broke, is compared, mended and taken back', async () => {
    const { context, page, problems } = await visitor(browser)
    const address = await load(page)
    await renew(page, second)
    await page.getByText('Version 2 would break tiles.').waitFor({ timeout: 30_000 })
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Use it anyway' }).click()
    await page.getByText('Version 2 is different from the one before').waitFor({ timeout: 30_000 })
    await page.getByText(/The data changed under \d+ tiles/u).waitFor({ timeout: 20_000 })
    await page.locator('.drift-notice summary').click()
    await page.getByText('“Amount” is gone. “Turnover” looks like it under another name.').waitFor()
    expect(await seriousViolations(page)).toEqual([])

    const mend = page.getByRole('button', { name: 'Use “Turnover”' })
    const broken = await mend.count()
    expect(broken).toBeGreaterThan(0)
    await mend.first().click()
    await expect.poll(() => mend.count()).toBe(broken - 1)

    await page.goto(`${address}?tab=versions`)
    await page.getByRole('button', { name: 'Compare with the one before' }).click()
    await page.getByText('was “Amount”').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Restore' }).click()
    await isGone(page, 'Version 2 is different from the one before')
    await page.getByRole('tab', { name: 'Dashboard' }).click()
    await page.locator('.tile [data-scene]').first().waitFor({ timeout: 20_000 })
    expect(problems).toEqual([])
    await context.close()
  }, 120_000)

  test('described and tagged where it stands, it is found by column, tag and keyboard; a version that cannot be read leaves the one there is', async () => {
    const { context, page } = await visitor(browser)
    const address = await load(page)
    const changes: (string | null)[] = []
    page.on('request', (asked) => asked.method() === 'PATCH' && changes.push(asked.postData()))
    await page.locator('summary', { hasText: 'About' }).click()
    await page.getByRole('button', { name: 'Add a description' }).click()
    await page.getByLabel('Description').fill('Thought better of')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add a description' }).click()
    await page.getByLabel('Description').fill('Everything the shop sold')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Tag', exact: true }).click()
    await page.getByLabel('New tag').fill('retail')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'retail' }).click()
    await page.waitForURL('**/data?tag=retail')
    expect(changes).toEqual(['{"description":"Everything the shop sold"}', '{"tags":["retail"]}'])
    await expect.poll(() => page.locator('.data-entry').count()).toBe(1)
    expect(await seriousViolations(page)).toEqual([])
    const search = page.getByRole('combobox', { name: 'Search datasets' })
    await search.fill('everything sold')
    await page.getByText('in its description').waitFor()
    await search.press('Enter')
    await page.waitForURL(address)

    await renew(page, broken)
    await page.getByText('Version 2 was not taken.').waitFor({ timeout: 30_000 })
    await expect.poll(() => page.locator('.tile [data-scene]').count(), { timeout: 15_000 }).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Forget it' }).click()
    await isGone(page, 'Version 2 was not taken.')
    await context.close()
  }, 120_000)

  test('deleted in the sidebar, it is gone on a reload at once, and Undo brings it back', async () => {
    const { context, page } = await visitor(browser)
    await load(page)
    const entry = page.locator('.nav-link', { hasText: 'Shop orders' })
    const remove = page.getByRole('button', { name: 'Delete Shop orders', exact: true })
    await remove.click()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await page.waitForTimeout(1500)
    await page.goto(url)
    await entry.waitFor()
    const deleted = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
    await remove.click()
    await deleted
    await page.reload()
    await page.locator('.nav-link', { hasText: 'Coffee orders' }).waitFor()
    expect(await entry.count()).toBe(0)
    await context.close()
  }, 90_000)

  test('deleted, it is brought back with its dashboard, on a phone', async () => {
    const { context, page } = await visitor(browser, phone)
    const address = await load(page)
    await page.evaluate((id) => fetch(`/api/v1/datasets/${id}`, { method: 'DELETE' }), address.split('/').at(-1) ?? '')
    await page.goto(`${url}/deleted`)
    await page.getByText('400 rows, with “Shop orders”').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Restore Shop orders' }).click()
    await page.getByText('Nothing was deleted lately').waitFor()
    await page.goto(address)
    await page.locator('.tile [data-scene]').first().waitFor({ timeout: 20_000 })
    await context.close()
  }, 90_000)
})
