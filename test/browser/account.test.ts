import type { Browser, Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, phone, seriousViolations, url, visitor } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  if (hasChromium) browser = await launch()
})
afterAll(async () => browser?.close())

const withChromium = hasChromium ? describe : describe.skip
const password = 'correct horse battery'

/** The newest mail to an address, as the outbox shows it. */
async function mailTo(page: Page, email: string, says: RegExp): Promise<RegExpMatchArray> {
  let found: RegExpMatchArray | null = null
  const look = async (): Promise<boolean> => {
    const text = await (await page.request.get(`${url}/dev/mail`)).text()
    found =
      text
        .split('<article>')
        .find((each) => each.includes(email) && says.test(each))
        ?.match(says) ?? null
    return found !== null
  }
  await expect.poll(look).toBe(true)
  if (!found) throw new Error('no mail')
  return found
}

const codeFor = async (page: Page, email: string): Promise<string> =>
  (await mailTo(page, email, /<h2>(\d{6}) /))[1] ?? ''

async function signUp(page: Page): Promise<string> {
  const email = `ada-${crypto.randomUUID().slice(0, 8)}@example.com`
  await page.goto(`${url}/sign-up`)
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('Qwertyuiop')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByText('Many people have this password').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(`${url}/`)
  return email
}

async function enter(page: Page, email: string, secret = password): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByLabel('Password', { exact: true }).press('Enter')
}

withChromium('an account', () => {
  test('confirms its address, asks for an app’s code, makes a token, and lists where it is signed in', async () => {
    const { context, page } = await visitor(browser, phone)
    const email = await signUp(page)
    await page.goto(`${url}/account`)
    await page.getByRole('button', { name: 'Confirm this address' }).click()
    await page.getByLabel('Code', { exact: true }).fill(await codeFor(page, email))
    await page.getByRole('button', { name: 'Confirm', exact: true }).click()
    await page.getByText('· confirmed').waitFor()
    await page.getByText('This device').waitFor()

    await page.getByRole('button', { name: 'Set up an app' }).click()
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Set up an app', exact: true }).click()
    await page.getByRole('img', { name: /QR code/ }).waitFor()
    const secret = (await page.locator('code.account-key').first().textContent()) ?? ''
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    await page.getByLabel('Code', { exact: true }).fill(totp.generate({ timestamp: Date.now() - 30_000 }))
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByText('Keep these recovery codes').waitFor()
    const recovery = ((await page.locator('pre.account-key').textContent()) ?? '').split('\n')
    expect(recovery).toHaveLength(10)

    await page.getByLabel('Name of a new token').fill('Nightly')
    await page.getByRole('button', { name: 'Make the token' }).click()
    const key = await page.locator('code.account-key', { hasText: 'ew_' }).textContent()
    expect(await seriousViolations(page)).toEqual([])
    const asked = await page.request.get(`${url}/api/v1/datasets`, { headers: { authorization: `Bearer ${key}` } })
    expect(asked.status()).toBe(200)

    const { context: other, page: elsewhere } = await visitor(browser)
    await enter(elsewhere, email)
    await elsewhere.getByText('One more step').waitFor()
    expect(await seriousViolations(elsewhere)).toEqual([])
    await elsewhere.getByLabel('Code', { exact: true }).fill(recovery[0] ?? '')
    await elsewhere.getByLabel(/Do not ask again/).check()
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
    await elsewhere.waitForURL(`${url}/`)
    await elsewhere.goto(`${url}/account`)
    await elsewhere.getByText('Trusted devices').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' })
    await Promise.all([context.close(), other.close()])
  })

  test('gets a new password by the link of a mail', async () => {
    const { context, page } = await visitor(browser)
    const email = await signUp(page)
    await page.goto(`${url}/sign-in`)
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText('a link is on its way').waitFor()
    const [, token] = await mailTo(page, email, /#([\w-]{40,})/)
    await page.goto(`${url}/reset#${token}`)
    await page.getByLabel('New password').fill('umbrella piano gravel')
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('Your password is changed').waitFor()
    await enter(page, email, 'umbrella piano gravel')
    await page.waitForURL(`${url}/`)
    await context.close()
  })

  test('is deleted after a warning, and signing in keeps it', async () => {
    const { context, page } = await visitor(browser)
    const email = await signUp(page)
    await page.goto(`${url}/account`)
    await page.getByRole('button', { name: /Delete my account/ }).click()
    await page.getByText('go for good in 14 days').waitFor()
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Delete my account', exact: true }).click()
    await page.waitForURL(`${url}/`)
    await enter(page, email)
    await page.waitForURL(`${url}/`)
    await page.goto(`${url}/account`)
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
    await context.close()
  })
})
