import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, openSample, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

/** The parts of the address that a person sees change. */
const asked = (page: Page): URLSearchParams => new URL(page.url()).searchParams

/** The element that has the focus, by its kind and its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent?.trim()}`)

async function openProfile(page: Page): Promise<string> {
  const path = `/data/${await openSample(page)}?tab=profile`
  await page.goto(url + path)
  await page.getByRole('heading', { name: 'At a glance' }).waitFor()
  return path
}

/** Height in pixels of the lowest of these targets. */
const lowest = (page: Page, targets: string): Promise<number> =>
  page.locator(targets).evaluateAll((all) => Math.min(...all.map((target) => target.getBoundingClientRect().height)))

withChromium('what is known of a dataset', () => {
  test('is scored, explained part by part, and leads to columns, rows and back', async () => {
    const { context, page, problems } = await visitor(browser)
    await openProfile(page)
    const picture = await page.locator('.score-bar').getAttribute('aria-label')
    const points = [...(picture ?? '').matchAll(/([\d.]+) of [\d.]+(?!.*points)/g)].map(([, each]) => Number(each))
    const score = Number(await page.locator('.score strong').innerText())
    expect(points.length).toBeGreaterThan(3)
    expect(points.reduce((sum, each) => sum + each, 0)).toBeCloseTo(score, 6)
    expect(await page.locator('.measured-earlier').count()).toBe(0)
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('button', { name: 'Rank (Spearman)' }).click()
    await expect.poll(() => page.locator('.correlations').innerText()).toContain('Spearman’s ρ')

    await page.getByRole('link', { name: 'City', exact: true }).first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('H2 City')
    expect(asked(page).get('column')).toBe('City')
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('link', { name: 'Show the rows with Hamburg' }).click()
    await expect.poll(() => page.locator('.grid-found').innerText()).toMatch(/^[\d,]+ of [\d,]+ rows$/)
    await expect
      .poll(async () => new Set(await page.locator('.grid-cell[data-column="4"]').allInnerTexts()))
      .toEqual(new Set(['Hamburg']))

    await page.getByRole('button', { name: 'What to do with Order date' }).click()
    await page.getByRole('menuitem', { name: 'About this column' }).click()
    await expect.poll(() => focused(page)).toBe('H2 Order date')
    await page.getByRole('link', { name: 'All columns' }).click()
    await expect.poll(() => focused(page)).toBe('A Order date')
    expect(asked(page).get('column')).toBe(null)
    expect(problems).toEqual([])
    await context.close()
  })

  test('is told of one column at its own address: every figure explained, extreme values by their rows', async () => {
    const { context, page, problems } = await visitor(browser)
    const path = await openProfile(page)
    await page.locator('.column-card:has(.histogram) .column-link').last().click()
    await page.locator('.figure').first().waitFor()
    const meaning = page.locator('.figure-meaning').nth(3)
    expect(await meaning.isVisible()).toBe(false)
    await page.locator('.figure-name').nth(3).focus()
    await expect.poll(() => meaning.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => meaning.isVisible()).toBe(false)

    const name = asked(page).get('column')
    await page.reload()
    await page.locator('.column-page').waitFor()
    expect(asked(page).get('column')).toBe(name)
    await page.goto(`${url}${path.replace('profile', 'rows')}&row=17`)
    await page.getByRole('heading', { name: 'Row 17' }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  test('fits a phone, and stays there while columns are walked through', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    await openProfile(page)
    const isWithin = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    expect(await isWithin()).toBe(true)
    expect(await lowest(page, '.column-link')).toBeGreaterThanOrEqual(24)
    await page.locator('.about summary').tap()
    expect(await lowest(page, '.description')).toBeGreaterThanOrEqual(24)
    await page.locator('.column-link').first().tap()
    const columns = page.getByRole('navigation', { name: 'Columns' })
    while ((await columns.getByRole('link', { name: 'Next' }).count()) > 0) {
      const before = asked(page).get('column')
      expect(await isWithin()).toBe(true)
      await columns.getByRole('link', { name: 'Next' }).tap()
      await expect.poll(() => asked(page).get('column')).not.toBe(before)
    }
    expect(await seriousViolations(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })
})
