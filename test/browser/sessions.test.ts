import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

const workspaceOf = async (page: Page): Promise<string | null> => {
  await page.locator('.nav-link[href^="/data/"]').first().waitFor()
  return page.locator('.nav-link[href^="/data/"]').first().getAttribute('href')
}

const loseAccess = (context: BrowserContext): Promise<void> => context.clearCookies({ name: 'edgewise_access' })

withChromium('a guest’s work', () => {
  test('outlives two tabs that renew their session at the same moment', async () => {
    const { context, page: first } = await visitor(browser)
    await first.goto(url)
    const before = await workspaceOf(first)
    const second = await context.newPage()
    await second.goto(url)
    expect(await workspaceOf(second)).toBe(before)
    for (let round = 0; round < 3; round += 1) {
      await loseAccess(context)
      await Promise.all([first.reload(), second.reload()])
      expect([await workspaceOf(first), await workspaceOf(second)]).toEqual([before, before])
    }
    await context.close()
  })

  test('is one, where two tabs are opened at once on the first visit', async () => {
    const { context, page: first } = await visitor(browser)
    const second = await context.newPage()
    await Promise.all([first.goto(url), second.goto(url)])
    expect(await workspaceOf(first)).toBe(await workspaceOf(second))
    await context.close()
  })

  test('is one, where the second tab has not heard of the first yet', async () => {
    const { context, page: first } = await visitor(browser)
    const second = await context.newPage()
    // What one tab notes reaches another's storage late.
    await second.addInitScript(() => {
      const { getItem } = Storage.prototype
      Storage.prototype.getItem = function (key) {
        return key === 'edgewise-session' ? null : getItem.call(this, key)
      }
    })
    await first.goto(url)
    await second.goto(url)
    expect(await workspaceOf(second)).toBe(await workspaceOf(first))
    await context.close()
  })

  test('is gone when it was deleted and the page left at once', async () => {
    const { context, page } = await visitor(browser)
    await page.goto(url)
    await workspaceOf(page)
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click()
    await page.getByText(/were deleted/).waitFor()
    await page.goto('about:blank')
    await page.goto(url)
    await page.getByText('Files you load appear here.').waitFor()
    await context.close()
  })
})
