import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inject } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where the product runs; empty where this machine has no Chromium. */
export const url = inject('url')
export const hasChromium = url !== ''

/** Chromium as these tests use it: headless, silent towards the network. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: inject('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export type Visitor = {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong in the page: exceptions, console errors, refused requests. Empty is good. */
  readonly problems: readonly string[]
}

type Viewport = { readonly width: number; readonly height: number }
const desk: Viewport = { width: 1280, height: 860 }
export const phone: Viewport = { width: 390, height: 844 }

type Profile = {
  readonly viewport?: Viewport
  /** Whether the product may set itself up to open without a network. */
  readonly worksOffline?: boolean
}

/** A new person with a fresh browser profile. */
export async function visitor(browser: Browser, profile: Profile | Viewport = {}): Promise<Visitor> {
  const { viewport = desk, worksOffline = false }: Profile = 'width' in profile ? { viewport: profile } : profile
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    hasTouch: viewport === phone,
    serviceWorkers: worksOffline ? 'allow' : 'block',
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on(
    'console',
    (message) => message.type() === 'error' && problems.push(`${message.text()} ${message.location().url}`),
  )
  return { context, page, problems }
}

type AxeViolation = {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Opens the product as a new guest; gives the id of the sample once the server has made it. */
export async function openSample(page: Page): Promise<string> {
  const listed = page.waitForResponse((response) => response.url().endsWith('/api/v1/datasets') && response.ok())
  await page.goto(url)
  const { data } = (await (await listed).json()) as { data: { id: string }[] }
  return data[0]?.id ?? ''
}

/** Violations that axe calls serious or critical, as readable lines. Empty is good. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: AxeViolation[] }> } }
    return (await axe.run()).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n').at(-1) ?? ''}`),
    )
}
