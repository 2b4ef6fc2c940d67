import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, url, visitor } from './browser.ts'
import { ask, drawn, setUp } from './local-files.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

/** The datasets that this browser holds a copy of. */
const copied = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, failed) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => failed(request.error))
      })
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === 'edgewise-copies-1')) return []
    const database = await asked(indexedDB.open('edgewise-copies-1'))
    const keys = await asked(database.transaction('copies').objectStore('copies').getAllKeys())
    database.close()
    return keys.map(String)
  })

/** Opens the sample, which only the server has read; its id. */
async function openSample(page: Page): Promise<string> {
  await page.goto(url)
  const address = await page.locator('.nav-link[href^="/data/"]').first().getAttribute('href')
  await page.goto(`${url}${address}`)
  await page.waitForURL('**/data/**')
  await drawn(page)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** The sentence that the server answers with. */
async function fromServer(page: Page, dataset: string, question: string): Promise<string> {
  const asked = await page.request.post(`${url}/api/v1/ask`, { data: { dataset, question } })
  return ((await asked.json()) as { data: { sentence: string } }).data.sentence
}

const asks = (page: Page) => page.getByRole('tab', { name: 'Ask' }).click()

withChromium('a dataset of the server whose page was visited', () => {
  test('is asked, explored and listed without a network, also after a reload, as the server would answer', async () => {
    const { page, context, problems } = await visitor(browser, { worksOffline: true })
    const id = await openSample(page)
    await setUp(page)
    await expect.poll(() => copied(page), { timeout: 30_000 }).toEqual([id])
    const [byRegion, byCity] = ['total revenue by region', 'average revenue by city']
    const wanted = [await fromServer(page, id, byRegion), await fromServer(page, id, byCity)]
    expect(wanted).toEqual([expect.stringMatching(/highest .*\d/), expect.stringMatching(/highest .*\d/)])

    await context.setOffline(true)
    await asks(page)
    expect(await ask(page, byRegion)).toBe(wanted[0])
    await page.getByRole('tab', { name: 'Rows' }).click()
    await page.locator('.grid-cell:not([data-coming])').first().waitFor()
    await page.getByLabel('Find in all columns').fill('hamburg')
    await expect.poll(() => page.locator('.grid-found').innerText()).toMatch(/^[\d,]+ of [\d,]+ rows$/)

    await page.goto(`${url}/data/${id}`)
    await drawn(page)
    await asks(page)
    expect(await ask(page, byCity)).toBe(wanted[1])
    await page.getByRole('link', { name: 'Explore' }).first().click()
    await page.waitForURL('**/explore/**')
    await page
      .getByRole('button', { name: /Revenue/ })
      .first()
      .waitFor()
    // Chromium itself reports each request that the missing network fails.
    expect(problems.filter((text) => !text.includes('net::ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await context.setOffline(false)
    await context.close()
  })

  test('loses its copy once it was deleted', async () => {
    const { page, context } = await visitor(browser)
    const id = await openSample(page)
    await expect.poll(() => copied(page), { timeout: 30_000 }).toEqual([id])
    await page.request.delete(`${url}/api/v1/datasets/${id}`, { headers: { origin: url } })
    await expect.poll(() => copied(page), { timeout: 30_000 }).toEqual([])
    await context.close()
  })

  test('loses its copy when its reader signs out', async () => {
    const { page, context } = await visitor(browser)
    const id = await openSample(page)
    await expect.poll(() => copied(page), { timeout: 30_000 }).toEqual([id])
    const account = { name: 'Ada', email: `ada-${id}@example.com`, password: 'a long enough password' }
    const signed = await page.request.post(`${url}/api/v1/auth/sign-up`, { data: account })
    expect(signed.ok()).toBe(true)
    await page.goto(`${url}/account`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${url}/`)
    expect(await copied(page)).toEqual([])
    await context.close()
  })

  test('says why it cannot be asked without a network where it is too large to be copied', async () => {
    const { page, context } = await visitor(browser, { viewport: phone })
    await page.route('**/data.parquet', (route) =>
      route.request().headers()['range'] === 'bytes=0-0'
        ? route.fulfill({ status: 206, headers: { 'content-range': 'bytes 0-0/52000000' }, body: 'P' })
        : route.abort(),
    )
    const id = await openSample(page)
    await expect.poll(() => copied(page), { timeout: 30_000 }).toEqual([id])
    await asks(page)
    await ask(page, 'how many orders are there')
    await context.setOffline(true)
    await page.getByRole('combobox', { name: /ask/i }).first().fill('average revenue by city')
    await page.keyboard.press('Enter')
    await page.getByText('It has 52 MB; at most 16 MB are copied.').waitFor()
    await context.close()
  })
})
