import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip

withChromium('what is not there', () => {
  test.each([
    ['an unknown address', 'nothing/here', /nothing at this address/i, 'Go to the start'],
    ['an unknown dataset', 'data/none', /dataset is not here/i, 'Go to the start'],
    ['an unknown dashboard', 'dashboards/none', /dashboard does not exist/i, 'Go to the start'],
    ['a link that is no more', 's/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', /link no longer works/i, 'What is Edgewise?'],
  ])('%s says so and leads on', async (_, path, title, wayOn) => {
    const { context, page } = await visitor(browser)
    await page.goto(`${url}/${path}`)
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await page.getByRole('link', { name: wayOn }).count()).toBe(1)
    expect(await page.locator('[aria-busy=true]').count()).toBe(0)
    expect(await seriousViolations(page)).toEqual([])
    await context.close()
  })

  test('a guest is offered to sign in, and led back to where the link leads', async () => {
    const { context, page } = await visitor(browser)
    await page.goto(`${url}/data/none?tab=rows`)
    await page.locator('.empty').getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    expect(new URL(page.url()).searchParams.get('next')).toBe('/data/none?tab=rows')
    await context.close()
  })

  test('a workspace with nothing in it offers to load a file, and promises no more', async () => {
    const { context, page } = await visitor(browser)
    await page.goto(url)
    await page.locator('.tile').first().waitFor()
    const link = await page.locator('a[href^="/data/"]').first().getAttribute('href')
    const dataset = link?.split('/').at(-1) ?? ''
    await page.request.delete(`${url}/api/v1/datasets/${dataset}`)
    await page.reload()
    await page.getByText('Files you load appear here.').waitFor()
    expect(await page.locator('button', { hasText: 'Choose a file' }).isVisible()).toBe(true)
    expect(await page.locator('.peek, .ask').count()).toBe(0)
    await context.close()
  })

  test('a server that does not answer is told once, and what is shown waits for nothing', async () => {
    const { context, page } = await visitor(browser)
    await page.goto(url)
    await page.locator('.tile').first().waitFor()
    await page.route('**/api/**', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'busy' }))
    await page.reload()
    await page
      .getByRole('alert')
      .getByText(/does not answer/)
      .waitFor()
    expect(await page.locator('.ask-suggestions').count()).toBe(0)
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.tile').first().waitFor()
    await context.close()
  })
})

withChromium('an account', () => {
  test('is told what is wrong at the field, and keeps what was typed', async () => {
    const { context, page } = await visitor(browser)
    await page.goto(`${url}/sign-up`)
    const email = page.getByLabel('E-mail')
    const password = page.getByLabel('Password', { exact: true })
    await page.getByLabel('Name').fill('Ann')
    await email.fill('ann')
    await password.fill('short')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByText('not a whole e-mail address').waitFor()
    await page.getByText('At least 10 characters are needed').waitFor()
    expect(await email.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await seriousViolations(page)).toEqual([])

    await page.getByRole('button', { name: 'Show what is typed' }).click()
    expect(await password.getAttribute('type')).toBe('text')
    expect(await password.inputValue()).toBe('short')

    const address = `ann-${Date.now()}@example.com`
    await email.fill(address)
    await password.fill('correct horse battery')
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('link', { name: 'Ann', exact: true }).waitFor()

    const other = await visitor(browser)
    await other.page.goto(`${url}/sign-up`)
    await other.page.getByLabel('Name').fill('Bob')
    await other.page.getByLabel('E-mail').fill(address)
    await other.page.getByLabel('Password', { exact: true }).fill('another long password')
    await other.page.getByRole('button', { name: 'Create account' }).click()
    await other.page
      .locator('.field-error')
      .getByText(/account with this e-mail/)
      .waitFor()
    expect(await other.page.getByLabel('Name').inputValue()).toBe('Bob')
    await Promise.all([context.close(), other.context.close()])
  })
})
