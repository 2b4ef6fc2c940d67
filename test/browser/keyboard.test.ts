import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, url, visitor } from './browser.ts'

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

/** Presses a key until the focus is where a person would stop. */
async function walkTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  expect.fail(`the focus never came to ${String(name)}`)
}

withChromium('without a mouse', () => {
  test('a person asks, pins, sees the pin at once, shares and deletes', async () => {
    const { context, page, problems } = await visitor(browser)
    await page.goto(url)
    await page.locator('.nav-link[href^="/data/"]').waitFor()
    await walkTo(page, /^Coffee orders/)
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Dashboard' }).waitFor()
    const tiles = page.locator('.tile:has(.tile-head)')
    await tiles.first().waitFor()
    const before = await tiles.count()

    await page.keyboard.press('/')
    await page.keyboard.type('total revenue by region')
    await page.keyboard.press('Enter')
    await page.locator('.answer-sentence').first().waitFor()
    await walkTo(page, /^Pin/)
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Ask' }).focus()
    await page.keyboard.press('ArrowLeft')
    await tiles.first().waitFor()
    await expect.poll(() => tiles.count()).toBe(before + 1)

    await walkTo(page, /^Share$/)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Create a link')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('Share')

    await page.getByRole('button', { name: 'Rename this dataset' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Beans')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Beans' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Rename this dataset')

    await page.getByRole('button', { name: 'Delete Beans', exact: true }).first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Undo')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Beans' }).waitFor()
    // What is asked of the dataset while it is deleted is answered as gone; the page shows nothing of it.
    expect(problems.filter((each) => !each.includes('404'))).toEqual([])
    await context.close()
  })
})
