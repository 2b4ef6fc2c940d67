import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip
const phone = { width: 390, height: 844 }

/** Presses Tab until the element of this role and name has the focus. */
async function tabTo(page: Page, role: 'button' | 'link' | 'textbox' | 'combobox', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first()
  await wanted.waitFor()
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}

async function signUp(page: Page, name: string): Promise<void> {
  await tabTo(page, 'textbox', 'Name')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(`${name.toLowerCase()}-${Date.now()}@example.com`)
  await page.keyboard.press('Tab')
  await page.keyboard.type('a long enough secret')
  await page.keyboard.press('Enter')
}

withChromium('an invitation', () => {
  test('leads by keys alone, on a phone, to the first shared dashboard', async () => {
    const { context, page: owner } = await visitor(browser)
    await owner.setViewportSize(phone)
    await owner.goto(`${url}/sign-up`)
    await signUp(owner, 'Ada')
    await owner.waitForURL(`${url}/`)
    await owner.goto(`${url}/people`)
    await tabTo(owner, 'button', 'Make a link')
    await owner.keyboard.press('Enter')
    expect(await seriousViolations(owner)).toEqual([])
    const link = await owner.getByLabel('Link of the invitation').inputValue()
    expect(link).toContain('/join#')

    const { context: other, page } = await visitor(browser)
    await page.setViewportSize(phone)
    await page.goto(link)
    await tabTo(page, 'link', 'Sign up')
    await page.keyboard.press('Enter')
    await page.waitForURL(/sign-up/)
    await signUp(page, 'Bo')
    await page.getByRole('heading', { name: 'Join My workspace' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await tabTo(page, 'button', 'Join')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/`)
    const shared = await owner.evaluate(() => fetch('/api/v1/dashboards').then((response) => response.json()))
    const seen = await page.evaluate(() => fetch('/api/v1/dashboards').then((response) => response.json()))
    expect(seen.data.map((each: { id: string }) => each.id)).toEqual(shared.data.map((each: { id: string }) => each.id))
    await page.goto(`${url}/dashboards/${seen.data[0].id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await Promise.all([context.close(), other.close()])
  }, 90_000)
})
