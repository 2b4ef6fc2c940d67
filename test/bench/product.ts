import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import { at } from '../../scripts/paths.ts'
import { createClient } from '../support/api.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { salesCsv } from './sales-csv.ts'
import { withServer } from './with-server.ts'

type Client = ReturnType<typeof createClient>

const figure = (name: string, ours: number): Measurement => ({ name, ours, others: {} })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function uploadToReady(client: Client, name: string, bytes: Uint8Array): Promise<{ id: string; ms: number }> {
  const start = performance.now()
  const { id } = await client.upload(name, bytes)
  for (;;) {
    const { status, failure } = await client.status(id)
    if (status === 'failed') throw new Error(failure?.message)
    if (status === 'ready') return { id, ms: performance.now() - start }
    await sleep(20)
  }
}

async function throughTheApi(client: Client): Promise<readonly Measurement[]> {
  const tenMegabytes = await uploadToReady(client, 'sales.csv', salesCsv(170_000))
  const million = await uploadToReady(client, 'million.csv', salesCsv(1_000_000))
  const ask = (limit: number) =>
    client.call('POST', 'query', {
      dataset: million.id,
      dimensions: [{ column: 'region' }],
      measures: [{ aggregate: 'sum', column: 'amount' }],
      limit,
    })
  const cold = await timed(() => ask(9000))
  const warm: number[] = []
  for (let run = 0; run < 9; run += 1) warm.push(await timed(() => ask(9001 + run)))
  return [
    figure('10 MB CSV, 170,000 rows: upload to ready (to be under 4,000 ms)', tenMegabytes.ms),
    figure('1,000,000 rows: upload to ready', million.ms),
    figure('1,000,000 rows, two columns, first Query (to be under 500 ms)', cold),
    figure('the same, file known, another result (median of 9)', warm.toSorted((a, b) => a - b)[4] ?? Number.NaN),
  ]
}

/** Compressed size in KB of scripts of the built application, by their paths. */
const compressed = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(at('dist/web', `.${path}`))).length, 0) / 1024

/** Runs in the page before anything else: notes when a file can be chosen. */
function noteShell(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.drop-zone .button')) return
    performance.mark('shell')
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

type Visited = {
  readonly shell: number
  readonly scripts: readonly { readonly path: string; readonly asked: number }[]
}

/** When the shell was there, and which scripts were asked for when, in milliseconds from the visit's start. */
const visited = (): Visited => ({
  shell: performance.getEntriesByName('shell')[0]?.startTime ?? Number.NaN,
  scripts: performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.endsWith('.js'))
    .map(({ name, startTime }) => ({ path: new URL(name).pathname, asked: startTime })),
})

async function firstVisit(url: string): Promise<readonly Measurement[]> {
  const executablePath = findChromium()
  if (!executablePath) return []
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  await page.addInitScript(noteShell)
  const drawn = await timed(async () => {
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator('.tile canvas, .tile svg').first().waitFor()
  })
  const taken = drawn + (await timed(() => page.locator('.tile canvas').first().waitFor()))
  const { shell, scripts } = await page.evaluate(visited)
  await browser.close()
  const needed = scripts.filter(({ asked }) => asked <= shell).map(({ path }) => path)
  const all = scripts.map(({ path }) => path)
  return [
    {
      ...figure('JavaScript asked for until the shell is there, gzip (to be under 60 KB)', compressed(needed)),
      unit: 'KB',
    },
    figure('first visit, fresh profile: shell interactive (to be under 1,000 ms)', shell),
    figure('the sample’s first chart (to be under 800 ms)', drawn),
    figure('a chart that the page drew itself', taken),
    { ...figure('all JavaScript by then, the chart libraries included', compressed(all)), unit: 'KB' },
  ]
}

/** A file of 10 MB, from the drop to what a person waits for; the page has rested, as theirs has when they choose a file. */
async function dropped(url: string, folder: string): Promise<readonly Measurement[]> {
  const executablePath = findChromium()
  if (!executablePath) return []
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  await page.goto(url)
  await page.locator('.tile canvas, .tile svg').first().waitFor()
  await sleep(4000)
  const file = join(folder, 'sales.csv')
  writeFileSync(file, salesCsv(170_000))
  const tiles = page.locator('#panel-dashboard .tile[aria-label]')
  const drawn = page.locator('#panel-dashboard .tile [data-scene]')
  const start = performance.now()
  await page.getByLabel('Choose a file', { exact: true }).setInputFiles(file)
  await page.locator('.so-far [data-scene] :is(canvas, svg)').first().waitFor()
  const firstRows = performance.now() - start
  await drawn.locator('canvas, svg').first().waitFor()
  const chart = performance.now() - start
  for (let all = 0; all === 0 || (await drawn.count()) < all; all = await tiles.count()) await sleep(10)
  const dashboard = performance.now() - start
  await page.locator('.upload-line').waitFor({ state: 'detached', timeout: 120_000 })
  const stored = performance.now() - start
  await browser.close()
  return [
    figure('10 MB CSV in the browser: drop to the first chart, of its first rows (to be under 2,000 ms)', firstRows),
    figure('drop to the first chart of the whole file', chart),
    figure('drop to the whole dashboard (to be under 4,000 ms)', dashboard),
    figure('drop to stored on the server', stored),
  ]
}

/** The whole product on this machine, as a person meets it. No other product is on hand to race here. */
export const product: Benchmark = {
  title: 'The product on a local server',
  run: () =>
    withServer(async ({ url, folder }) => {
      const client = createClient(url)
      await client.startGuest()
      return [...(await firstVisit(url)), ...(await dropped(url, folder)), ...(await throughTheApi(client))]
    }),
}
