import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

/** The Model tab of the sample, ready to be changed. */
async function openModel(page: Page): Promise<string> {
  await page.goto(url, { waitUntil: 'commit' })
  const path = await page.locator('a.nav-link[href^="/data/"]').first().getAttribute('href')
  await page.goto(`${url}${path}?tab=model`, { waitUntil: 'commit' })
  await parts(page).waitFor()
  return path?.split('/').at(-1) ?? ''
}

const parts = (page: Page): Locator => page.getByRole('navigation', { name: 'Parts of the model' })
const formula = (page: Page): Locator => page.getByRole('textbox', { name: 'Formula' })
const preview = (page: Page): Locator => page.locator('.model-preview')

async function save(page: Page, version: number): Promise<void> {
  await page.keyboard.press('Control+s')
  await page.getByText(`Version ${version}; everything is saved.`).waitFor()
}

/** What the server answers to a question. */
async function askFor(page: Page, dataset: string, question: string): Promise<string> {
  const asked = await page.request.post(`${url}/api/v1/ask`, { data: { dataset, question } })
  return JSON.stringify(await asked.json())
}

withChromium('what a dataset means', () => {
  test('is written by keys: a wrong formula is told at its place and mended, seen, saved, asked for, and brought back', async () => {
    const { context, page, problems } = await visitor(browser)
    const dataset = await openModel(page)
    await page.getByRole('button', { name: 'Add a measure' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Name' }).fill('Yield')

    await formula(page).focus()
    await page.keyboard.type('sum([Profit]) / sum([Revenu])')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.formula-mirror mark').innerText()).toContain('Revenu')
    expect(await formula(page).getAttribute('aria-invalid')).toBe('true')
    const note = await formula(page).getAttribute('aria-describedby')
    expect(await page.locator(`[id="${note}"]`).innerText()).toMatch(/“Revenu”[\s\S]*Revenue/)
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(false)
    expect(await seriousViolations(page)).toEqual([])

    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('e')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.formula-mirror mark').count()).toBe(0)
    await expect.poll(() => preview(page).innerText()).toMatch(/0\.\d+|\d+%/)
    await page.getByLabel('How it is written').selectOption('percent')
    await expect.poll(() => preview(page).innerText()).toMatch(/\d+(\.\d+)?%/)
    const share = /\d+(?:\.\d+)?%/.exec(await preview(page).innerText())?.[0] ?? ''
    await save(page, 1)
    expect(await askFor(page, dataset, 'yield')).toContain(share)
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('textbox', { name: 'Name' }).fill('Return on sales')
    await save(page, 2)
    await page.goto(`${url}/explore/${dataset}`)
    await page.getByLabel('Find a field').fill('return on')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('[data-shelf=values] .shelf-chip-open').allInnerTexts())
      .toEqual(['Return on sales'])
    await expect.poll(() => page.locator('.explore-drawn').innerText()).toContain(share)

    await page.goto(`${url}/data/${dataset}?tab=model`)
    await parts(page)
      .getByRole('button', { name: /History and files/ })
      .click()
    await page.getByRole('button', { name: 'Bring back' }).click()
    await page.getByText('not saved yet').waitFor()
    await save(page, 3)
    await parts(page)
      .getByRole('button', { name: /^Yield/ })
      .waitFor()
    expect(
      await parts(page)
        .getByRole('button', { name: /^Return on sales/ })
        .count(),
    ).toBe(0)
    expect(problems).toEqual([])
    await context.close()
  })

  test('a column is renamed on a phone, where nothing is wider than the page, and one step is taken back', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    await openModel(page)
    const fits = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    expect(await fits()).toBe(true)
    const tab = await page.getByRole('tab', { name: 'Model' }).boundingBox()
    expect((tab?.x ?? 0) + (tab?.width ?? 0)).toBeLessThanOrEqual(phone.width)
    expect(await seriousViolations(page)).toEqual([])
    await parts(page)
      .getByRole('button', { name: /^Revenue/ })
      .tap()
    await page
      .getByRole('textbox', { name: /^(Label|Name)/ })
      .first()
      .fill('Turnover')
    expect(await fits()).toBe(true)
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Back to the list' }).tap()
    await parts(page)
      .getByRole('button', { name: /^Turnover/ })
      .waitFor()
    await page.getByRole('button', { name: 'Undo' }).tap()
    await parts(page)
      .getByRole('button', { name: /^Revenue/ })
      .waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})
