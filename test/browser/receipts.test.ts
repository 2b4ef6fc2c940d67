import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { hasChromium, launch, openSample, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

withChromium('the receipt of an answer', { timeout: 120_000 }, () => {
  test.each([
    ['at a desk', {}],
    ['on a phone', phone],
  ])('is signed, downloaded, verified, and caught when it is changed, %s; it survives pinning', async (_, profile) => {
    const { context, page, problems } = await visitor(browser, profile)
    const id = await openSample(page)
    await page.goto(`${url}/data/${id}?tab=ask&q=total+revenue+by+region`)
    await page.getByRole('button', { name: 'Receipt' }).click({ timeout: 20_000 })
    const dialog = page.getByRole('dialog', { name: 'Receipt' })
    await dialog.getByText('These are the figures that you saw, signed by the server.').waitFor({ timeout: 20_000 })
    await dialog.getByRole('button', { name: 'Verify', exact: true }).click()
    await dialog.getByText('Genuine, and still right').waitFor({ timeout: 20_000 })
    expect(await seriousViolations(page)).toEqual([])

    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('Receipt Total revenue by region.json')
    const path = await download.path()
    const text = readFileSync(path, 'utf8')
    await dialog.getByRole('button', { name: 'Close' }).click()

    await page.getByRole('button', { name: 'Pin to dashboard' }).click()
    await page.getByRole('button', { name: 'Open', exact: true }).click({ timeout: 20_000 })
    const menu = page.getByRole('button', { name: 'What to do with Total revenue by region' }).last()
    await menu.scrollIntoViewIfNeeded({ timeout: 20_000 })
    await menu.click()
    await page.getByRole('menuitem', { name: 'Receipt' }).click()
    await dialog.getByText('These are the figures that you saw, signed by the server.').waitFor({ timeout: 20_000 })
    await dialog.getByText('Verify a receipt that you were given').click()
    await dialog.getByLabel('Its file').setInputFiles(path)
    await dialog.getByRole('button', { name: 'Verify this one' }).click()
    await dialog.getByText('Genuine, and still right').waitFor({ timeout: 20_000 })
    await dialog.getByLabel('The text of the receipt').fill(text.replace('South', 'North'))
    await dialog.getByRole('button', { name: 'Verify this one' }).click()
    await dialog.getByText('Not genuine').waitFor({ timeout: 20_000 })
    expect(problems).toEqual([])
    await context.close()
  })
})
