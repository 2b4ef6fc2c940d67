import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from './build.ts'
import { findChromium, howToGetChromium } from './chromium.ts'
import { migrate } from './migrate.ts'
import { at } from './paths.ts'
import { serve } from './serve.ts'

const port = 8797

async function openSample(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  })
  await page.goto(url)
  await page.getByRole('link', { name: 'Open it' }).click()
  await page.locator('.tile canvas, .tile svg').first().waitFor()
  return page
}

async function takePictures(browser: Browser, url: string): Promise<void> {
  const page = await openSample(browser, url)
  await page.getByRole('combobox').first().fill('total revenue by month in 2025')
  await page.keyboard.press('Enter')
  await page.locator('.answer-sentence').first().waitFor()
  await page.getByText('How this was answered').first().click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: at('docs/pictures/answer.png') })
}

/** Takes the pictures of the documents anew, from the real product on its sample. */
async function main(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(howToGetChromium)
  const state = mkdtempSync(join(tmpdir(), 'edgewise-pictures-'))
  await build()
  await migrate(state)
  const server = await serve({ port, state })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await takePictures(browser, server.url)
  } finally {
    await browser.close()
    await server.stop()
    rmSync(state, { recursive: true, force: true })
  }
}

await main()
