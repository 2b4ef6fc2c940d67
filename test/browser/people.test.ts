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

/** Asks the API as whoever uses the page. */
const call = (page: Page, path: string, body?: object): Promise<Record<string, string>> =>
  page.evaluate(
    async ([to, sent]) => {
      const asked = sent === null ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent }
      const answer = (await (await fetch(`/api/v1/${to}`, asked)).json()) as { data: Record<string, string> }
      return answer.data
    },
    [path, body ? JSON.stringify(body) : null] as const,
  )

const seen = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).count()

/** Whether this person is offered what changes data and dashboards; asks about each part of a dataset. */
async function offered(page: Page): Promise<Record<string, boolean>> {
  await page.goto(url)
  await page.locator('.home').waitFor()
  await page.locator('.nav-item').first().waitFor()
  await page.locator('.team').first().waitFor({ state: 'attached' })
  const upload = (await page.getByLabel('Choose a file').count()) > 0
  const remove = (await page.locator('.nav-remove').count()) > 0
  const href = await page.locator('.nav-item a').first().getAttribute('href')
  await page.goto(`${url}${href}`)
  await page.getByRole('tab', { name: 'Profile' }).waitFor()
  await page.locator('.tile').first().waitFor()
  await page.locator('.tile .menu').first().waitFor()
  const found = {
    upload,
    remove,
    rename: (await seen(page, 'Rename this dataset')) > 0,
    version: (await seen(page, 'New version')) > 0,
    share: (await seen(page, 'Share')) > 0,
    tile: (await seen(page, 'Add tile')) > 0,
    clean: (await page.getByRole('tab', { name: 'Clean' }).count()) > 0,
    model: (await page.getByRole('tab', { name: 'Model' }).count()) > 0,
  }
  await page.goto(`${url}${href}?tab=ask&q=${encodeURIComponent('total revenue by region')}`)
  await page.getByRole('button', { name: 'Receipt' }).first().waitFor()
  return { ...found, pin: (await seen(page, /Pin to dashboard/u)) > 0 }
}

withChromium('what one may not do', () => {
  test('is not shown to a viewer, and is shown to an admin', async () => {
    const { context, page: owner } = await visitor(browser)
    await owner.goto(`${url}/sign-up`)
    await signUp(owner, 'Cy')
    await owner.waitForURL(`${url}/`)
    for (const [role, name] of [
      ['viewer', 'Di'],
      ['admin', 'Ed'],
    ] as const) {
      const { link } = await call(owner, 'invitations', { role, maxUses: 1 })
      const { context: other, page } = await visitor(browser)
      await page.goto(`${url}${link}`)
      await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click()
      await page.waitForURL(/sign-up/)
      await signUp(page, name)
      await page.getByRole('button', { name: 'Join' }).click()
      await page.waitForURL(`${url}/`)
      const shown = await offered(page)
      expect([role, ...new Set(Object.values(shown))], JSON.stringify(shown)).toEqual([role, role === 'admin'])
      expect(await seriousViolations(page)).toEqual([])
      await other.close()
    }
    await context.close()
  }, 120_000)
})

withChromium('a workspace', () => {
  test('is renamed on the page of its people', async () => {
    const { context, page } = await visitor(browser)
    await page.goto(`${url}/sign-up`)
    await signUp(page, 'Flo')
    await page.waitForURL(`${url}/`)
    await page.goto(`${url}/people`)
    await page.getByLabel('Name of the workspace').last().fill('Harbour Coffee')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.locator('.team').getByText('Harbour Coffee').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.reload()
    await page.getByRole('textbox', { name: 'Name of the workspace' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Name of the workspace' }).inputValue()).toBe('Harbour Coffee')
    await context.close()
  }, 60_000)
})
