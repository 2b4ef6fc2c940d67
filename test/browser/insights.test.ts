import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, openSample, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

withChromium('what stands out in a dataset', () => {
  test('is told with its chart; what is dismissed stays away until it is wanted again', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    await page.goto(`${url}/data/${await openSample(page)}?tab=insights`)
    const cards = page.locator('.insight')
    await cards.first().locator('canvas, svg.scene-svg, .scene').first().waitFor()
    expect(await cards.count()).toBe(5)
    expect(await page.getByText(/one of \d+ looked at/).count()).toBe(5)
    expect(await seriousViolations(page)).toEqual([])

    const sentence = await cards.first().getByRole('heading').innerText()
    await page.getByRole('button', { name: 'Dismiss this insight' }).first().click()
    await page.getByRole('menuitem', { name: 'I know this already' }).click()
    await page.reload()
    await cards.first().waitFor()
    expect(await page.getByRole('heading', { name: sentence }).count()).toBe(0)
    await page.getByText('Dismissed (1)').click()
    await page.getByRole('button', { name: 'Show again' }).click()
    await page.getByRole('heading', { name: sentence }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})
