import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedPath } from '../support/shared.ts'
import { root } from '../support/source-files.ts'
import { hasChromium, launch, url, visitor } from './browser.ts'
import { forgetFiles, drop, line, ask, holdBack, fromApi, keptIn } from './local-files.ts'

let browser: Browser
/** One visit for all files, as a person would load them one after the other. */
let page: Page
beforeAll(async () => {
  if (!hasChromium) return
  browser = await launch()
  ;({ page } = await visitor(browser))
})
afterAll(async () => {
  await browser?.close()
  forgetFiles()
})

const withChromium = hasChromium ? describe : describe.skip

const real = [
  { path: sharedPath('9_data/files/penguins.csv'), question: 'average body mass by species' },
  { path: sharedPath('9_data/files/vega_movies.json'), question: 'average imdb rating by major genre' },
  {
    path: sharedPath('3_excel/exceljs/spec__integration__data__1519293514-KRISHNAPATNAM_LINE_UP.xlsx'),
    question: 'how many rows are there',
  },
  { path: sharedPath('9_data/files/superstore_nlv.csv'), question: 'total sales by region' },
  { path: join(root, 'dist/web/sample/original.csv'), question: 'total revenue by region' },
]

withChromium('what the browser finds', () => {
  test.for(real.map((each) => ({ ...each, name: basename(each.path) })))(
    'is what the server finds in $name',
    async ({ path, name, question }, { skip }) => {
      if (!existsSync(path)) skip(`${path} is absent`)
      const release = await holdBack(page, '**/api/v1/uploads')
      const id = await drop(page, { name, bytes: readFileSync(path) })
      await page.getByRole('tab', { name: 'Ask' }).click()
      const sentence = await ask(page, question)
      await expect.poll(async () => (await keptIn(page, id)) !== null, { timeout: 20_000 }).toBe(true)
      const here = await keptIn(page, id)
      release()
      const both = page.getByRole('button', { name: 'Keep both' })
      await expect
        .poll(async () => ((await both.isVisible()) && (await both.click()), line(page).count()), { timeout: 60_000 })
        .toBe(0)

      expect(here?.profile).toEqual(await fromApi(page, `datasets/${id}/profile`))
      expect(here?.model).toEqual(await fromApi(page, `datasets/${id}/model`))
      const rows = await (await page.request.get(`${url}/api/v1/datasets/${id}/data.parquet`)).body()
      expect(here?.parquet === rows.toString('base64'), 'the rows as Parquet').toBe(true)
      const asked = await page.request.post(`${url}/api/v1/ask`, { data: { dataset: id, question } })
      expect(((await asked.json()) as { data: unknown }).data).toMatchObject({ status: 'answer', sentence })
    },
  )
})
