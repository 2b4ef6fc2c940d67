import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

const lines = Array.from({ length: 400 }, (_, row) => {
  const city = ['Paris', 'PARIS', ' Lyon', 'Lyon'][row % 4]
  return `${row},${city},${row % 25 === 0 ? '' : row % 7},${row} kg`
})
const messy = ['order,city,amount,weight', ...lines, lines[1], lines[2]].join('\n')

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

async function openClean(page: Page): Promise<void> {
  await page.goto(url)
  await page
    .getByLabel('Choose a file', { exact: true })
    .setInputFiles({ name: 'messy orders.csv', mimeType: 'text/csv', buffer: Buffer.from(messy) })
  await page.waitForURL('**/data/**', { timeout: 30_000 })
  await page.getByRole('tab', { name: 'Clean' }).click({ timeout: 30_000 })
  await page.getByRole('heading', { name: 'Suggestions', exact: true }).waitFor({ timeout: 30_000 })
}

const stepsOf = (page: Page) => page.locator('.clean-steps > li > p:first-child').allTextContents()

const withChromium = hasChromium ? describe : describe.skip

withChromium('cleaning a dataset', () => {
  test('what is suggested is taken by keys, changed, undone, applied as a new version, and taken back', async () => {
    const { page, problems, context } = await visitor(browser)
    await openClean(page)
    expect(await stepsOf(page)).toEqual([])
    for (const name of ['Unify case', 'Trim spaces', 'Fill missing', 'Remove duplicates']) {
      await page.getByRole('button', { name: new RegExp(`^Add to the recipe ?: ${name}`) }).focus()
      await page.keyboard.press('Enter')
    }
    const expected = [
      'Trim spaces in 101 cells of “city”',
      'Unify the case of 100 cells in “city”',
      'Remove 2 duplicate rows',
      'Fill 16 empty cells of “amount” with the median, 3',
    ]
    await expect.poll(() => stepsOf(page)).toEqual(expected)
    expect(await page.locator('.clean-preview [data-changed] ins').count()).toBeGreaterThan(50)
    await page.getByRole('button', { name: 'Move up' }).nth(3).press('Enter')
    await expect.poll(async () => (await stepsOf(page))[3]).toBe('Remove 2 duplicate rows')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move up')
    await page.keyboard.press('Control+z')
    await expect.poll(() => stepsOf(page)).toEqual(expected)
    await page.getByRole('button', { name: 'Change', exact: true }).nth(3).press('Enter')
    await page.getByLabel('With').selectOption('constant')
    await page.getByLabel('Value', { exact: true }).fill('ten')
    await page.getByRole('button', { name: 'Use these settings' }).click()
    await page.getByText('“ten” is not what “amount” holds').waitFor()
    await page.getByLabel('Value', { exact: true }).fill('10')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stepsOf(page))[3]).toBe('Fill 16 empty cells of “amount” with “10”')
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Apply as a new version' }).press('Enter')
    await page.getByText('This version was cleaned by 4 steps.').waitFor({ timeout: 30_000 })
    await expect.poll(() => page.locator('.page-facts').textContent()).toContain('400 rows')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Zip with report' }).click()
    expect((await download).suggestedFilename()).toBe('Messy orders.zip')
    await page.getByRole('button', { name: 'Go back to version 1' }).press('Enter')
    await expect.poll(() => page.locator('.page-facts').textContent(), { timeout: 20_000 }).toContain('402 rows')
    expect(problems).toEqual([])
    await context.close()
  })

  test('it fits a phone, and says so when there is nothing to clean', async () => {
    const { page, problems, context } = await visitor(browser, phone)
    await openClean(page)
    await page.getByRole('button', { name: /^Add to the recipe ?: Trim spaces/ }).tap()
    await page.locator('.clean-preview').waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await seriousViolations(page)).toEqual([])
    await page.goto(url)
    await page.getByLabel('Choose a file', { exact: true }).setInputFiles({
      name: 'tidy.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['day,count', ...lines.map((_, row) => `2024-01-${10 + (row % 20)},${row}`)].join('\n')),
    })
    await page.waitForURL('**/data/**', { timeout: 30_000 })
    await page.getByRole('tab', { name: 'Clean' }).click({ timeout: 30_000 })
    await page.getByRole('heading', { name: 'Nothing needs cleaning' }).waitFor({ timeout: 30_000 })
    expect(problems).toEqual([])
    await context.close()
  })
})
