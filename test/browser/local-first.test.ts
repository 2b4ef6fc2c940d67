import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'
import {
  type File,
  forgetFiles,
  choose,
  openHome,
  drop,
  opened,
  setUp,
  tiles,
  drawn,
  ask,
  uploaded,
  holdBack,
  fromApi,
  keptIn,
} from './local-files.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  forgetFiles()
})

const withChromium = hasChromium ? describe : describe.skip

const shop: File = {
  name: 'shop.csv',
  bytes: Buffer.from(
    `day,region,product,revenue\n${Array.from({ length: 240 }, (_, at) => `2024-${String((at % 12) + 1).padStart(2, '0')}-05,${['North', 'South', 'East'][at % 3]},Tea ${at % 9},${(at * 37) % 200}`).join('\n')}`,
  ),
}

withChromium('a file that is dropped', () => {
  test('is shown and answers before it is sent; what is done meanwhile is there when it is', async () => {
    const { page, context, problems } = await visitor(browser)
    const release = await holdBack(page, '**/api/v1/uploads')
    const id = await drop(page, shop)
    const address = page.url()
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('tab', { name: 'Profile' }).click()
    await page.getByRole('heading', { level: 3, name: /revenue/i }).waitFor()
    await page.getByRole('tab', { name: 'Rows' }).click()
    await page.locator('#panel-rows').getByText('Tea 3').first().waitFor()
    await page.getByRole('tab', { name: 'Ask' }).click()
    expect(await ask(page, 'total revenue by region')).toMatch(/North has the highest/)
    await page.getByRole('button', { name: /^Pin/ }).first().click()
    await page.getByText(/^Pinned to/).waitFor()
    await page.getByRole('tab', { name: 'Dashboard' }).click()
    await drawn(page)
    const count = await tiles(page).count()
    const tile = page.getByRole('group', { name: 'Revenue over time', exact: true })
    await tile.focus()
    for (const key of ['Enter', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    await expect.poll(() => tile.getAttribute('data-held')).toBe(null)
    const moved = await tile.getAttribute('style')
    await page
      .getByRole('button', { name: /rename/i })
      .first()
      .click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('My shop')
    await page.keyboard.press('Enter')
    expect(await fromApi<unknown[]>(page, 'dashboards')).toHaveLength(1)

    await page.evaluate(() => ((globalThis as { sameVisit?: boolean }).sameVisit = true))
    release()
    await uploaded(page)
    expect(page.url()).toBe(address)
    expect(await page.evaluate(() => (globalThis as { sameVisit?: boolean }).sameVisit)).toBe(true)
    expect(await tile.getAttribute('style')).toBe(moved)
    await page.getByRole('tab', { name: 'Ask' }).click()
    await expect.poll(() => page.locator('.answer-sentence').count()).toBe(1)

    await page.goto(address)
    await drawn(page)
    expect(await tiles(page).count()).toBe(count)
    expect(await tile.getAttribute('style')).toBe(moved)
    expect(await fromApi(page, `datasets/${id}`)).toMatchObject({ name: 'My shop', status: 'ready', rows: 240 })
    expect(
      (await fromApi<{ dataset: string }[]>(page, 'dashboards')).filter(({ dataset }) => dataset === id),
    ).toHaveLength(1)
    expect(problems).toEqual([])
    await context.close()
  })

  test('without a network is shown and answers, says that it waits, and is sent when the network is back', async () => {
    const { page, context } = await visitor(browser, { viewport: phone, worksOffline: true })
    await openHome(page)
    await setUp(page)
    await context.setOffline(true)
    await choose(page, shop)
    const id = await opened(page)
    await page.getByText('No connection.').waitFor({ timeout: 20_000 })
    expect(await seriousViolations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Ask' }).click()
    expect(await ask(page, 'total revenue by region')).toMatch(/North has the highest/)
    await context.setOffline(false)
    await uploaded(page)
    expect(await fromApi(page, `datasets/${id}`)).toMatchObject({ status: 'ready', rows: 240 })
    await context.close()
  })

  test('and is long shows its first rows, said to be those alone, until the whole takes their place; its upload is paused and resumed', async () => {
    const { page, context, problems } = await visitor(browser)
    const release = await holdBack(page, '**/parts/2')
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      new MutationObserver(() => {
        const [words, tile] = ['.so-far-notice p', '.so-far [data-scene=number]'].map((at) =>
          document.querySelector(at),
        )
        if (words && tile) seen.push(`${words.textContent} ${tile.getAttribute('aria-label')}`)
      }).observe(document, { subtree: true, childList: true, attributes: true })
    })
    await drop(page, large)
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.at(-1))).toMatch(
      /^So far: the first 808 rows\..* (Total number: 2,418|Rows: 808)$/,
    )
    const count = page.getByRole('group', { name: 'Rows', exact: true })
    expect(await count.locator('[data-scene]').getAttribute('aria-label')).toMatch(/45,000$/)
    expect(await page.locator('.so-far').count()).toBe(0)

    await page.getByRole('button', { name: 'Pause the upload' }).click()
    await page.getByText(/^Upload paused at/).waitFor()
    release()
    await page.getByRole('button', { name: 'Resume' }).click()
    await uploaded(page)
    expect(problems).toEqual([])
    await context.close()
  })

  test('that is no table says so at once and nothing of it is sent; among several each gets a row of its own', async () => {
    const { page, context } = await visitor(browser)
    await openHome(page)
    await choose(page, { name: 'picture.csv', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') })
    await page
      .getByRole('alert')
      .getByText(/PNG image/)
      .waitFor()
    expect((await fromApi<{ sample: boolean }[]>(page, 'datasets')).filter(({ sample }) => !sample)).toEqual([])

    await openHome(page)
    await choose(page, shop, { name: 'other.csv', bytes: Buffer.from('a,b\n1,x\n2,y\n') })
    await expect.poll(() => page.locator('.upload').count()).toBe(2)
    await expect
      .poll(() => page.locator('.upload').getByRole('button', { name: 'Open' }).count(), { timeout: 30_000 })
      .toBe(2)
    await page.locator('.upload').filter({ hasText: 'other.csv' }).getByRole('button', { name: 'Open' }).click()
    await page.getByRole('heading', { level: 1, name: 'Other' }).waitFor()
    await context.close()
  })
})

/** Of two parts, and quickly read. */
const rows = 45_000
const line200 = 'x'.repeat(195)
const large: File = {
  name: 'large.csv',
  bytes: Buffer.from(`text,number\n${Array.from({ length: rows }, (_, at) => `${line200},${at % 7}`).join('\n')}`),
}

withChromium('an upload', () => {
  test('of a file that the page was left before reading is read and sent in the next visit', async () => {
    const { page, context } = await visitor(browser)
    await page.route('**/reader.worker*', () => undefined)
    await page.route('**/parts/**', () => undefined)
    await openHome(page)
    await choose(page, shop)
    await page.waitForURL('**/data/**')
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await expect.poll(() => page.evaluate(() => localStorage.getItem('edgewise-local'))).not.toBeNull()
    await page.close()

    const again = await context.newPage()
    await again.goto(`${url}/data/${id}`)
    await drawn(again)
    await uploaded(again)
    expect(await fromApi(again, `datasets/${id}`)).toMatchObject({ status: 'ready', rows: 240 })
    await context.close()
  })

  test('interrupted by a closed tab goes on in the next visit with the parts that are missing', async () => {
    const { page, context } = await visitor(browser)
    await page.route('**/parts/2', (route) => route.abort('connectionreset'))
    const id = await drop(page, large)
    await page.getByText('No connection.').waitFor({ timeout: 60_000 })
    await expect.poll(async () => (await keptIn(page, id)) !== null, { timeout: 20_000 }).toBe(true)
    await page.close()

    const again = await context.newPage()
    const parts: string[] = []
    again.on(
      'request',
      (request) => request.url().includes('/parts/') && parts.push(request.url().split('/').at(-1) ?? ''),
    )
    await again.goto(`${url}/data/${id}`)
    await drawn(again)
    await uploaded(again)
    expect(parts).toEqual(['2'])
    expect(await fromApi(again, `datasets/${id}`)).toMatchObject({ status: 'ready', rows })
    await context.close()
  })
})

withChromium('the next visit', () => {
  test('opens without a network, with what this browser holds, and changes nothing of what the server says', async () => {
    const { page, context } = await visitor(browser, { worksOffline: true })
    const id = await drop(page, shop)
    await uploaded(page)
    await setUp(page)
    await expect.poll(async () => (await keptIn(page, id)) !== null, { timeout: 20_000 }).toBe(true)
    await page.waitForTimeout(800)
    await context.setOffline(true)
    await page.reload()
    await drawn(page)
    await page.getByRole('tab', { name: 'Ask' }).click()
    expect(await ask(page, 'total revenue by region')).toMatch(/North has the highest/)
    const stored = await page.evaluate(async () => {
      const names = await caches.keys()
      const found = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
      )
      return found.flat()
    })
    expect(stored.filter((path) => path.startsWith('/api') || path.startsWith('/info'))).toEqual([])
    await context.setOffline(false)
    await page.goto(`${url}/data/${id}`)
    await drawn(page)
    expect(await fromApi(page, `datasets/${id}`)).toMatchObject({ status: 'ready' })
    await context.close()
  })
})
