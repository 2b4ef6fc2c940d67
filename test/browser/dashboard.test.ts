import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip
const shop = `day,region,product,revenue,paid
${Array.from(
  { length: 240 },
  (_, at) =>
    `2024-${String((at % 12) + 1).padStart(2, '0')}-05,${['North', 'South', 'East'][at % 3]},Tea ${at % 9},${(at * 37) % 200},${at % 4 === 0 ? 'no' : 'yes'}`,
).join('\n')}`

async function openDashboard(page: Page): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' })
  await page
    .getByLabel('Choose a file', { exact: true })
    .setInputFiles({ name: 'shop.csv', mimeType: 'text/csv', buffer: Buffer.from(shop) })
  await page.waitForURL('**/data/**', { timeout: 30_000 })
  await allDrawn(page)
}

const tilesOf = (page: Page): Locator => page.locator('#panel-dashboard .tile[aria-label]')
const tileOf = (page: Page, title: string): Locator => page.getByRole('group', { name: title, exact: true })

async function allDrawn(page: Page): Promise<void> {
  await tilesOf(page).first().waitFor({ timeout: 30_000 })
  await expect
    .poll(
      async () => (await tilesOf(page).count()) - (await page.locator('#panel-dashboard .tile [data-scene]').count()),
      {
        timeout: 20_000,
      },
    )
    .toBe(0)
}

type Place = Readonly<Record<'x' | 'y' | 'w' | 'h', number>>

const placeOf = (tile: Locator): Promise<Place> =>
  tile.evaluate((element) => {
    const read = (name: string): number => Number(getComputedStyle(element).getPropertyValue(`--${name}`))
    return { x: read('x'), y: read('y'), w: read('w'), h: read('h') }
  })

const placesOf = (page: Page): Promise<string[]> =>
  tilesOf(page).evaluateAll((tiles) =>
    tiles.map((tile) => `${tile.getAttribute('aria-label')} ${tile.getAttribute('style')}`).sort(),
  )

async function drag(page: Page, handle: Locator, by: { readonly x: number; readonly y: number }): Promise<void> {
  const box = await handle.boundingBox()
  if (!box) throw new Error('Nothing to drag')
  const from = { x: box.x + Math.min(40, box.width / 2), y: box.y + box.height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 })
  await page.mouse.up()
}

/** Scrolls so that a tile's head is near the top, clear of what is fixed there, once the page has come to rest. */
async function toTop(page: Page, tile: Locator): Promise<void> {
  const top = (): Promise<number> => tile.evaluate((element) => element.getBoundingClientRect().top)
  for (let before = Number.NaN, now = await top(); before !== now; now = await top()) {
    before = now
    await page.waitForTimeout(300)
  }
  await tile.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 140))
}

type Swipe = {
  readonly by: number
  /** Until when the finger rests before it moves, and before it is lifted; without them it does not. */
  readonly isHeld?: () => Promise<void>
  readonly isThere?: () => Promise<void>
}

/** Waits until the page has stopped scrolling along with what is held. */
async function atRest(page: Page): Promise<void> {
  const scrolled = (): Promise<number> => page.evaluate(() => scrollY)
  for (let before = Number.NaN, now = await scrolled(); before !== now; now = await scrolled()) {
    before = now
    await page.waitForTimeout(300)
  }
}

/** A finger that rests, moves down, rests again and is lifted. */
async function swipe(page: Page, on: Locator, { by, isHeld, isThere }: Swipe): Promise<void> {
  const box = await on.boundingBox()
  if (!box) throw new Error('Nothing to touch')
  const [x, y] = [box.x + 60, box.y + box.height / 2]
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number | null): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [{ x, y: at }] })
  await touch('touchStart', y)
  await isHeld?.()
  for (let step = 1; step <= 10; step += 1) {
    await touch('touchMove', y + (by * step) / 10)
    await page.waitForTimeout(20)
  }
  await isThere?.()
  await touch('touchEnd', null)
  await session.detach()
}

const saved = (page: Page): Promise<void> => page.locator('.board-state[data-state="saved"]').waitFor()

/** A tile's menu lies in the window wherever its head is, follows it, and goes with it. */
async function expectMenuInWindow(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'What to do with Revenue by region' })
  const list = page.getByRole('menu')
  const isInWindow = (): Promise<boolean> =>
    list.evaluate((element) => {
      const { top, left, right, bottom } = element.getBoundingClientRect()
      return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight
    })
  const scrollButtonTo = (y: number): Promise<void> =>
    button.evaluate((element, to) => window.scrollBy(0, element.getBoundingClientRect().top - to), y)
  const press = (): Promise<void> => button.evaluate((element: HTMLElement) => element.click())

  for (const y of [-40, 10, 400, 830, 1000]) {
    await scrollButtonTo(y)
    await press()
    await list.waitFor()
    await expect.poll(isInWindow, { message: `its head at ${y}` }).toBe(true)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  }

  await scrollButtonTo(300)
  await press()
  await list.waitFor()
  await scrollButtonTo(200)
  await expect
    .poll(async () => ((await list.boundingBox())?.y ?? 0) - ((await button.boundingBox())?.y ?? 0))
    .toBeLessThan(60)
  await scrollButtonTo(-200)
  await list.waitFor({ state: 'detached' })
}

withChromium('a dashboard', () => {
  test('is arranged by mouse, and stays so', async () => {
    const { page, context, problems } = await visitor(browser)
    await openDashboard(page)
    const tile = tileOf(page, 'Revenue over time')
    const before = await placeOf(tile)
    expect(before).toMatchObject({ x: 0, w: 8 })

    await drag(page, tile.locator('.tile-head'), { x: 340, y: 0 })
    await expect.poll(async () => (await placeOf(tile)).x).toBe(4)
    const width = (await placeOf(tile)).w
    // Clear of the window's lower edge, at which a held tile scrolls the page.
    await toTop(page, tile)
    await drag(page, tile.locator('.tile-corner'), { x: -170, y: 74 })
    await expect.poll(() => placeOf(tile)).toMatchObject({ w: width - 2, h: before.h + 1 })

    await saved(page)
    const arranged = await placesOf(page)
    await page.reload()
    await allDrawn(page)
    expect(await placesOf(page)).toEqual(arranged)

    expect(problems).toEqual([])
    await context.close()
  })

  test('is arranged by keys alone, every step can be taken back, and a tile’s menu stays in the window', async () => {
    const { page, context, problems } = await visitor(browser)
    await openDashboard(page)
    const start = await placesOf(page)
    const tile = tileOf(page, 'Revenue over time')
    const before = await placeOf(tile)
    await tile.focus()

    await page.keyboard.press('Enter')
    await expect.poll(() => tile.getAttribute('data-held')).toBe('keys')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Enter')
    await expect.poll(() => tile.getAttribute('data-held')).toBe(null)
    expect(await placeOf(tile)).toMatchObject({ x: before.x + 2, w: before.w - 1, h: before.h + 1 })
    await expect.poll(() => page.getByText(/^Put down\. Column 3, row/).count()).toBe(1)

    await page.keyboard.press('Control+z')
    await expect.poll(() => placesOf(page)).toEqual(start)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await placeOf(tile)).x).toBe(before.x + 2)
    await page.keyboard.press('Control+z')

    await tile.focus()
    await page.keyboard.press('m')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect.poll(() => placesOf(page)).toEqual(start)

    await expectMenuInWindow(page)
    expect(problems).toEqual([])
    await context.close()
  })

  test('tiles are renamed, deleted and brought back; a filter reaches all of them; a reload keeps everything', async () => {
    const { page, context, problems } = await visitor(browser)
    await openDashboard(page)
    const menuOf = (title: string): Locator => page.getByRole('button', { name: `What to do with ${title}` })

    await menuOf('Revenue over time').click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('How we did')
    await page.keyboard.press('Enter')
    await tileOf(page, 'How we did').waitFor()

    const count = await tilesOf(page).count()
    await menuOf('Distribution of revenue').click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect.poll(() => tilesOf(page).count()).toBe(count - 1)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => tilesOf(page).count()).toBe(count)
    await allDrawn(page)

    const total = tileOf(page, 'Total revenue').locator('.scene-number-value')
    const whole = await total.textContent()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('combobox', { name: /^Column/ })
      .selectOption({ label: 'Region' })
    await page.getByRole('dialog').getByRole('checkbox', { name: 'North' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Show only these' }).click()
    await page
      .getByText(/Region.*North/)
      .first()
      .waitFor()
    await expect.poll(() => total.textContent()).not.toBe(whole)
    const filtered = await total.textContent()
    await allDrawn(page)
    await expect
      .poll(() => tileOf(page, 'Revenue by region').locator('table tbody tr').count(), { timeout: 10_000 })
      .toBe(1)

    await saved(page)
    const arranged = await placesOf(page)
    await page.reload()
    await allDrawn(page)
    expect(await placesOf(page)).toEqual(arranged)
    expect(await total.textContent()).toBe(filtered)
    await tileOf(page, 'How we did').waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  test('on a phone, a finger that rests on a tile’s head picks it up, one that moves scrolls, and its menu moves it too', async () => {
    const { page, context, problems } = await visitor(browser, phone)
    await openDashboard(page)
    const tile = tileOf(page, 'Revenue by region')
    const order = (): Promise<number> =>
      tilesOf(page).evaluateAll((tiles) =>
        tiles.findIndex((each) => each.getAttribute('aria-label') === 'Revenue by region'),
      )
    const before = await order()
    await toTop(page, tile)
    await swipe(page, tile.locator('.tile-head'), { by: 420 })
    expect(await order()).toBe(before)

    await toTop(page, tile)
    const processor = await page.context().newCDPSession(page)
    await processor.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    let there = before
    await swipe(page, tile.locator('.tile-head'), {
      by: 620,
      isHeld: () => page.locator('.tile[data-held]').waitFor(),
      // Near the window's edge, where the page scrolls along to its end, and the tile with it.
      isThere: async () => {
        await atRest(page)
        there = await order()
      },
    })
    expect(there).toBeGreaterThan(before)
    await expect.poll(() => page.locator('.tile[data-held]').count()).toBe(0)
    expect(await order()).toBe(there)
    await processor.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await saved(page)
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await expect.poll(order).toBe(before)

    await page.getByRole('button', { name: 'What to do with Revenue by region' }).click()
    await page.getByRole('menuitem', { name: 'Move down' }).click()
    await expect.poll(order).toBeGreaterThan(before)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
    await context.close()
  })
})
