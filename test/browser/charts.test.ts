import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

/** Opens the question that the sample begins with, about revenue by month. */
async function openLine(page: Page): Promise<Locator> {
  await page.goto(`${url}/explore`)
  await page
    .getByRole('button', { name: /^Total revenue by order date/ })
    .first()
    .click()
  const frame = page.locator('.explore-drawn [data-scene=xy] .scene-frame')
  await frame.waitFor()
  return frame
}

const chipsOn = (page: Page, shelf: string): Promise<string[]> =>
  page.locator(`[data-shelf=${shelf}] .shelf-chip-open`).allInnerTexts()

const zoomed = (page: Page): Promise<string> =>
  page.locator('.explore-drawn p[role=status]').filter({ hasText: 'Zoomed to' }).first().innerText({ timeout: 3000 })

const isWhole = (page: Page): Promise<boolean> =>
  page
    .locator('.explore-drawn .scene-tools[data-zoomed]')
    .count()
    .then((count) => count === 0)

async function drag(page: Page, frame: Locator, [from, to]: readonly [number, number]): Promise<void> {
  const box = await frame.boundingBox()
  if (!box) throw new Error('The chart has a place')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * from, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y + 12, { steps: 3 })
  await page.mouse.move(box.x + box.width * to, y + 20, { steps: 3 })
  await page.mouse.up()
}

/** Right after fingers have moved, Chromium takes a tap for the end of their movement. */
async function tapUntil(page: Page, name: string, isDone: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 5 && !(await isDone()); tries += 1) {
    await page.waitForTimeout(400)
    if (!(await isDone())) await page.getByRole('button', { name }).tap()
    await page.waitForTimeout(400)
  }
  expect(await isDone()).toBe(true)
}

withChromium('a chart in the hand', () => {
  test('by mouse: a range is marked, zoomed to, panned, and filtered by', async () => {
    const { context, page, problems } = await visitor(browser)
    const frame = await openLine(page)
    await drag(page, frame, [0.3, 0.6])
    await page.getByRole('button', { name: 'Zoom in', exact: true }).filter({ hasText: 'Zoom in' }).click()
    await expect.poll(() => isWhole(page)).toBe(false)
    const first = await zoomed(page)
    await page.keyboard.down('Shift')
    await drag(page, frame, [0.6, 0.4])
    await page.keyboard.up('Shift')
    await expect.poll(() => zoomed(page)).not.toBe(first)
    expect(await page.locator('.scene-selection').count()).toBe(0)
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => isWhole(page)).toBe(true)

    const box = await frame.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 100)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -240)
    await page.keyboard.up('Control')
    await expect.poll(() => isWhole(page)).toBe(false)
    await frame.press('0')
    await expect.poll(() => isWhole(page)).toBe(true)

    expect(await chipsOn(page, 'filters')).toEqual([])
    await drag(page, frame, [0.3, 0.6])
    await page.getByRole('button', { name: 'Show only these' }).click()
    await expect.poll(() => chipsOn(page, 'filters')).toHaveLength(1)
    expect(problems).toEqual([])
    await context.close()
  })

  test('by keys: points are read out, zoomed around, and a range of them is filtered by', async () => {
    const { context, page, problems } = await visitor(browser)
    const frame = await openLine(page)
    await frame.focus()
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight')
    const spoken = page.locator('.explore-drawn p[role=status]').filter({ hasText: 'revenue' }).first()
    const before = await spoken.innerText()
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await expect.poll(() => isWhole(page)).toBe(false)
    expect(await spoken.innerText()).toBe(before)
    const window = await zoomed(page)
    await page.keyboard.press('End')
    await expect.poll(() => zoomed(page)).not.toBe(window)
    await page.keyboard.press('-')
    await page.keyboard.press('0')
    await expect.poll(() => isWhole(page)).toBe(true)

    await page.keyboard.press('Home')
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.locator('.scene-selection').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => chipsOn(page, 'filters')).toHaveLength(1)
    await expect.poll(() => page.locator('.explore-foot').innerText()).toContain('4 groups')
    expect(problems).toEqual([])
    await context.close()
  })

  test('by touch: two fingers zoom, one pans and, when told to, marks a range', async () => {
    const { context, page, problems } = await visitor(browser, phone)
    const frame = await openLine(page)
    await frame.scrollIntoViewIfNeeded()
    const box = await frame.boundingBox()
    if (!box) throw new Error('The chart has a place')
    const devtools = await context.newCDPSession(page)
    const y = box.y + box.height / 2
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: readonly number[]): Promise<unknown> =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: xs.map((x, id) => ({ x: box.x + box.width * x, y, id })),
      })
    await touch('touchStart', 0.45, 0.55)
    await touch('touchMove', 0.4, 0.6)
    await touch('touchMove', 0.3, 0.75)
    await touch('touchEnd')
    await expect.poll(() => isWhole(page)).toBe(false)
    const first = await zoomed(page)
    await touch('touchStart', 0.7)
    await touch('touchMove', 0.6)
    await touch('touchMove', 0.4)
    await touch('touchEnd')
    await expect.poll(() => zoomed(page)).not.toBe(first)
    await tapUntil(page, 'Show all', () => isWhole(page))
    const marking = page.getByRole('button', { name: 'Mark a range', pressed: true })
    await tapUntil(page, 'Mark a range', async () => (await marking.count()) === 1)
    await touch('touchStart', 0.4)
    await touch('touchMove', 0.5)
    await touch('touchMove', 0.7)
    await touch('touchEnd')
    await page.locator('.scene-selection').waitFor()
    await tapUntil(page, 'Show only these', async () => (await chipsOn(page, 'filters')).length === 1)
    expect(problems).toEqual([])
    await context.close()
  })

  test('a mark is looked at closer, and the trail leads back, after a reload too', async () => {
    const { context, page, problems } = await visitor(browser)
    const frame = await openLine(page)
    await frame.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.locator('.scene-point').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Look closer by day' }).click()
    const trail = page.getByRole('navigation', { name: 'Looked closer at' })
    await trail.waitFor()
    await expect.poll(() => page.url()).toContain('?x=1')
    expect(await seriousViolations(page)).toEqual([])
    await page.reload()
    await trail.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => trail.count()).toBe(0)
    await expect.poll(() => chipsOn(page, 'rows')).toEqual(['Order date, month'])
    expect(await chipsOn(page, 'filters')).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })
})
