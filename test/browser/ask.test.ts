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
async function openAsk(page: Page): Promise<string> {
  const id = await openSample(page)
  await page.goto(`${url}/data/${id}?tab=ask`)
  return id
}

const top = (page: Page) => page.locator('.answer').first()
const sentence = (page: Page) => top(page).locator('.answer-sentence')

/** Asks, and gives the sentence of the answer. */
async function ask(page: Page, question: string): Promise<string> {
  const box = page.getByRole('combobox', { name: /^Ask about/ })
  await box.fill(question)
  await box.press('Enter')
  await top(page).locator('.answer-asked', { hasText: question }).waitFor()
  await sentence(page).waitFor({ timeout: 20_000 })
  return sentence(page).innerText()
}

const addressHas = (page: Page, part: string | RegExp) =>
  expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(part)

withChromium('an answer', { timeout: 120_000 }, () => {
  test('stays through a reload, a link and the way back', async () => {
    const { context, page, problems } = await visitor(browser)
    await openAsk(page)
    const said = await ask(page, 'total revenue by region')
    await addressHas(page, /q=total\+revenue\+by\+region/)
    await page.reload()
    await expect.poll(() => sentence(page).innerText(), { timeout: 20_000 }).toBe(said)

    const address = page.url()
    const other = await context.newPage()
    await other.goto(address)
    await expect.poll(() => sentence(other).innerText(), { timeout: 20_000 }).toBe(said)

    await ask(page, 'how many orders')
    await addressHas(page, /q=how\+many\+orders/)
    await page.goBack()
    await expect.poll(() => sentence(page).innerText(), { timeout: 20_000 }).toBe(said)
    expect(problems).toEqual([])
    await context.close()
  })

  test('is changed by its chips, by click and by key, and the change has an address', async () => {
    const { context, page } = await visitor(browser)
    await openAsk(page)
    await ask(page, 'total revenue by region')
    await top(page).locator('.answer-chip', { hasText: 'Total revenue' }).click()
    await page.getByRole('button', { name: 'Average revenue', exact: true }).click()
    await top(page).locator('.answer-chip[data-tone=accent]', { hasText: 'Average revenue' }).waitFor()
    await addressHas(page, /[?&]r=/)
    const said = await sentence(page).innerText()
    expect(said).toMatch(/average revenue/i)

    await page.reload()
    await expect.poll(() => sentence(page).innerText(), { timeout: 20_000 }).toBe(said)

    await top(page).locator('.answer-chip', { hasText: 'Region' }).focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => top(page).locator('h3').innerText(), { timeout: 20_000 }).toBe('Average revenue')
    expect(await seriousViolations(page)).toEqual([])
    await page.goBack()
    await expect.poll(() => sentence(page).innerText(), { timeout: 20_000 }).toBe(said)
    await context.close()
  })

  test('is followed by a question that changes it, and says what it changed', async () => {
    const { context, page } = await visitor(browser, phone)
    await openAsk(page)
    await ask(page, 'total revenue by region')
    const said = await ask(page, 'top 2')
    await addressHas(page, /q=top\+2&r=/)
    expect(await top(page).locator('.answer-chip[data-tone=accent]').allInnerTexts()).toHaveLength(2)
    await page.reload()
    await expect.poll(() => sentence(page).innerText(), { timeout: 20_000 }).toBe(said)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })

  test('is one click from a refusal', async () => {
    const { context, page } = await visitor(browser)
    await openAsk(page)
    const box = page.getByRole('combobox', { name: /^Ask about/ })
    await box.fill('total revenue by region per Zorblax')
    await box.press('Enter')
    const offer = top(page).locator('.answer-offer')
    await offer.waitFor({ timeout: 20_000 })
    expect(await offer.innerText()).toMatch(/“Zorblax”/)
    await offer.getByRole('button', { name: /^Total revenue for each region/ }).click()
    await sentence(page).waitFor({ timeout: 20_000 })
    expect(await sentence(page).innerText()).toMatch(/total revenue/i)
    await context.close()
  })

  test('is kept in the list of what was asked, to be named, marked and asked again', async () => {
    const { context, page } = await visitor(browser)
    const id = await openAsk(page)
    await ask(page, 'total revenue by region')
    await ask(page, 'how many orders')
    const list = page.getByRole('region', { name: 'Asked before' })
    await expect
      .poll(() => list.locator('.asked-text').allInnerTexts())
      .toEqual(['how many orders', 'total revenue by region'])
    await list
      .locator('.asked-row', { hasText: 'total revenue' })
      .getByRole('button', { name: 'Mark as favourite' })
      .click()
    await expect.poll(() => list.locator('.asked-text').first().innerText()).toBe('total revenue by region')
    await expect
      .poll(async () => {
        const kept = (await (await page.request.get(`${url}/api/v1/datasets/${id}/questions`)).json()) as {
          data: { question: string; isFavourite: boolean }[]
        }
        return kept.data.map(({ question, isFavourite }) => `${question} ${isFavourite}`)
      })
      .toEqual(['total revenue by region true', 'how many orders false'])

    await page.goto(`${url}/data/${id}?tab=ask`)
    await list.getByRole('link', { name: 'how many orders' }).click()
    await sentence(page).waitFor({ timeout: 20_000 })
    await addressHas(page, /q=how\+many\+orders/)
    await context.close()
  })
})
