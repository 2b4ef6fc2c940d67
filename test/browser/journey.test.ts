import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { join } from 'node:path'
import { sharedPath } from '../support/shared.ts'
import { root } from '../support/source-files.ts'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

const files = [
  {
    title: 'the taxi rides of New York',
    path: sharedPath('9_data/files/nyc_taxis_sample.csv'),
    question: 'average fare by payment',
    says: /fare/i,
    isShared: false,
  },
  {
    title: 'the penguins',
    path: sharedPath('9_data/files/penguins.csv'),
    question: 'average body mass by species',
    says: /Gentoo/,
    isShared: false,
  },
  {
    title: 'the project’s own sample',
    path: join(root, 'dist/web/sample/original.csv'),
    question: 'total revenue by region',
    says: /South/,
    isShared: true,
  },
]

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

async function dropFile(page: Page, path: string): Promise<void> {
  await page.getByLabel('Choose a file', { exact: true }).setInputFiles(path)
}

async function waitForDashboard(page: Page): Promise<void> {
  await page.locator('.tile').first().waitFor({ timeout: 30_000 })
  await expect.poll(() => page.locator('.tile [data-scene]').count(), { timeout: 30_000 }).toBeGreaterThan(4)
}

/** Waits until the server has the file. One that is already known is offered, not loaded twice: the sample's own takes this way. */
async function waitForUpload(page: Page): Promise<void> {
  const both = page.getByRole('button', { name: 'Keep both' })
  const line = page.locator('.upload-line')
  await expect
    .poll(
      async () => {
        if (await both.isVisible()) await both.click()
        return line.count()
      },
      { timeout: 60_000 },
    )
    .toBe(0)
}

/** Whether the link, opened anew, says that it no longer shows anything. */
async function saysItIsGone(page: Page): Promise<boolean> {
  await page.reload()
  const heading = page.getByRole('heading', { name: /link/i })
  return heading.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  )
}

/** A link to what is on show, for one who was never here: read only, and gone when it is taken back. */
async function expectToBeShared(page: Page, tiles: number): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Create a link' }).click()
  const link = (await page.locator('.share-url').first().textContent()) ?? ''
  expect(link).toMatch(/\/s\/[\w-]{20,}$/)

  const guest = await visitor(browser)
  await guest.page.goto(link)
  await waitForDashboard(guest.page)
  expect(await guest.page.locator('.tile').count()).toBe(tiles)
  expect(await guest.page.getByRole('button', { name: 'Add tile' }).count()).toBe(0)
  expect(await seriousViolations(guest.page)).toEqual([])

  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect.poll(() => saysItIsGone(guest.page), { timeout: 15_000, interval: 500 }).toBe(true)
  expect(await guest.page.locator('.tile').count()).toBe(0)
  await guest.context.close()
}

withChromium('a file becomes an answer', () => {
  test.for(files)('with $title', async ({ path, question, says, isShared }, { skip }) => {
    if (!existsSync(path)) skip(`${path} is absent`)
    const { page, context, problems } = await visitor(browser)
    await page.goto(url, { waitUntil: 'commit' })
    await dropFile(page, path)
    await page.waitForURL('**/data/**', { timeout: 30_000 })
    await waitForDashboard(page)
    await waitForUpload(page)
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('tab', { name: 'Profile' }).click()
    await page.getByRole('heading', { level: 3 }).first().waitFor()
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('tab', { name: 'Ask' }).click()
    await page.getByRole('combobox', { name: /ask/i }).first().fill(question)
    await page.keyboard.press('Enter')
    const sentence = page.locator('.answer-sentence').first()
    await sentence.waitFor()
    expect(await sentence.textContent()).toMatch(says)
    expect(await seriousViolations(page)).toEqual([])

    const tab = page.getByRole('tab', { name: 'Dashboard' })
    await tab.click()
    await waitForDashboard(page)
    const before = await page.locator('.tile').count()
    await page.getByRole('tab', { name: 'Ask' }).click()
    await page.getByRole('button', { name: /^Pin/ }).first().click()
    await page.getByText(/^Pinned to/).waitFor()
    await tab.click()
    await expect.poll(() => page.locator('.tile').count(), { timeout: 10_000 }).toBe(before + 1)

    if (isShared) await expectToBeShared(page, before + 1)
    expect(problems).toEqual([])
    await context.close()
  })
})

withChromium('the first visit', () => {
  test('shows the sample’s dashboard and questions that work, on a phone too', async () => {
    const { page, context, problems } = await visitor(browser, phone)
    await page.goto(url)
    await waitForDashboard(page)
    expect(await seriousViolations(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
    await context.close()
  })
})
