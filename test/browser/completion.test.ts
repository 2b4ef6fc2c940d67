import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { hasChromium, launch, openSample, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

/** Opens the sample's Ask tab, as a new guest. */
async function openAsk(page: Page): Promise<void> {
  const id = await openSample(page)
  await page.goto(`${url}/data/${id}?tab=ask`)
}

const field = (page: Page) => page.getByRole('combobox', { name: /^Ask about/ })
const options = (page: Page) => page.locator('.completion-row[role=option]')
const markedText = (page: Page) => page.locator('.completion-row[aria-selected=true] .completion-text').innerText()
const sentence = (page: Page) => page.locator('.answer').first().locator('.answer-sentence')

withChromium('what may come next in a question', { timeout: 120_000 }, () => {
  test('is taken by keys, with the reading shown as it is typed', async () => {
    const { context, page, problems } = await visitor(browser)
    await openAsk(page)
    const box = field(page)
    await box.focus()
    await page.keyboard.type('total rev', { delay: 20 })
    await options(page).first().waitFor({ timeout: 20_000 })
    expect(await box.getAttribute('aria-expanded')).toBe('true')

    await page.keyboard.press('Tab')
    await expect.poll(() => box.inputValue()).toBe('total revenue ')
    await page.keyboard.type('by reg', { delay: 20 })
    await options(page).filter({ hasText: 'region' }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => box.getAttribute('aria-activedescendant')).toBeTruthy()
    expect(await markedText(page)).toMatch(/region/)
    await page.keyboard.press('ArrowUp')
    expect(await box.getAttribute('aria-activedescendant')).toBeNull()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => box.inputValue()).toBe('total revenue by region ')
    await page.locator('.completion-reading[data-sure]', { hasText: 'Total revenue' }).waitFor()
    expect(await page.locator('.completion-chip').allInnerTexts()).toEqual(['Measured Total revenue', 'By Region'])
    expect(await seriousViolations(page)).toEqual([])

    await page.keyboard.press('Escape')
    await options(page).first().waitFor({ state: 'detached' })
    expect(await box.inputValue()).toBe('total revenue by region ')
    await page.keyboard.press('Enter')
    await sentence(page).waitFor({ timeout: 20_000 })
    expect(await page.locator('.answer-asked').first().innerText()).toBe('total revenue by region')

    await box.focus()
    await page.keyboard.type('total', { delay: 20 })
    await options(page).filter({ hasText: 'Asked before' }).first().waitFor({ timeout: 20_000 })
    expect(problems).toEqual([])
    await context.close()
  })

  test('leaves Tab to move on once a word is whole', async () => {
    const { context, page } = await visitor(browser)
    await openAsk(page)
    await field(page).focus()
    await page.keyboard.type('total revenue ', { delay: 20 })
    await options(page).first().waitFor({ timeout: 20_000 })
    await page.keyboard.press('Tab')
    await expect.poll(() => field(page).evaluate((element) => element === document.activeElement)).toBe(false)
    expect(await field(page).inputValue()).toBe('total revenue ')
    await context.close()
  })

  test('is taken by thumb on a phone, above its keyboard, and a whole question is asked at once', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    await openAsk(page)
    // A keyboard covers the lower part of the screen.
    await page.setViewportSize({ width: 390, height: 460 })
    await field(page).tap()
    await page.keyboard.type('average q', { delay: 20 })
    await options(page).first().waitFor({ timeout: 20_000 })
    const list = await page.locator('.completion').boundingBox()
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(460)
    for (const row of await options(page).all()) expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44)

    await options(page).filter({ hasText: 'quantity' }).first().tap()
    await expect.poll(() => field(page).inputValue()).toBe('average quantity ')
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.locator('.completion-row[data-kind=question]').first().tap()
    await sentence(page).waitFor({ timeout: 20_000 })
    expect(await page.locator('.answer-asked').first().innerText()).toMatch(/^average quantity/i)
    expect(problems).toEqual([])
    await context.close()
  })

  test('keeps no key waiting and moves nothing on the page', async () => {
    const { context, page } = await visitor(browser)
    await openAsk(page)
    const box = field(page)
    await box.focus()
    await page.keyboard.type('t')
    await options(page).first().waitFor({ timeout: 20_000 })
    const tops = () => page.locator('.page-tabs').evaluate((element) => element.getBoundingClientRect().top)
    const before = await tops()
    await page.evaluate(() => {
      const times: number[] = []
      Object.assign(globalThis, { keyTimes: times })
      document.querySelector('.ask-input')?.addEventListener('keydown', () => {
        const start = performance.now()
        // The handlers of this key and of its input have run by then.
        queueMicrotask(() => setTimeout(() => times.push(performance.now() - start), 0))
      })
    })
    await page.keyboard.type('op 5 products by total revenue in 2024', { delay: 30 })
    const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes)
    const sorted = times.toSorted((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length * 0.5)]).toBeLessThan(30)
    expect(await tops()).toBe(before)
    await context.close()
  })
})
