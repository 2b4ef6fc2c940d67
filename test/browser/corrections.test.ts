import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { hasChromium, launch, openSample, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

const top = (page: Page) => page.locator('.answer').first()

async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole('combobox', { name: /^Ask about/ })
  await box.fill(question)
  await box.press('Enter')
  await top(page).locator('.answer-asked', { hasText: question }).waitFor({ timeout: 20_000 })
}

withChromium('what a word means', { timeout: 120_000 }, () => {
  test('is said in a refusal, used from then on, and taken back in the model', async () => {
    const { context, page, problems } = await visitor(browser)
    const id = await openSample(page)
    await page.goto(`${url}/data/${id}?tab=ask`)
    await ask(page, 'total zorp by region')
    await page.getByRole('button', { name: '“zorp” means …' }).click()
    await page.getByRole('textbox', { name: 'What “zorp” means' }).fill('reven')
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await top(page).locator('.answer-sentence').waitFor({ timeout: 20_000 })
    const said = top(page).locator('.answer-chip-means')
    expect(await said.innerText()).toMatch(/zorp”, which means Revenue here/)

    await ask(page, 'average zorp by product')
    await expect.poll(() => top(page).locator('h3').innerText(), { timeout: 20_000 }).toMatch(/^Average revenue by/)

    // A chip that a person changes teaches the words it came from.
    await ask(page, 'total turnover by region')
    await top(page).locator('.answer-sentence').waitFor({ timeout: 20_000 })
    await top(page).locator('.answer-chip').first().click()
    await page.getByRole('button', { name: 'Total quantity', exact: true }).click()
    const lesson = page.getByRole('group', { name: 'Always read it so?' })
    await lesson.getByText('Always read “turnover” as Quantity?').waitFor({ timeout: 20_000 })
    await lesson.getByRole('button', { name: 'Always' }).click()
    await lesson.waitFor({ state: 'detached' })

    await page.goto(`${url}/data/${id}?tab=model`)
    const words = page.getByRole('region', { name: 'Words that questions know' })
    await words.getByText('“turnover” means Quantity').waitFor({ timeout: 20_000 })
    await words.getByRole('button', { name: 'Forget what “zorp” means' }).click()
    await words.getByText('“zorp” means').waitFor({ state: 'detached' })
    expect(await seriousViolations(page)).toEqual([])

    await page.goto(`${url}/data/${id}?tab=ask`)
    await ask(page, 'total zorp by segment')
    await page.getByRole('button', { name: '“zorp” means …' }).waitFor({ timeout: 20_000 })
    await ask(page, 'total turnover by region')
    await expect.poll(() => top(page).locator('h3').innerText(), { timeout: 20_000 }).toBe('Total quantity by region')
    expect(problems).toEqual([])
    await context.close()
  })
})
