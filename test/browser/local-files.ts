import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { url } from './browser.ts'

const folders: string[] = []

/** Deletes the files that were put on the disk. */
export function forgetFiles(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

export type File = { readonly name: string; readonly bytes: Uint8Array }

/** Chosen from a disk: bytes handed over by the test's own line take longer than all that is tested. */
export async function choose(page: Page, ...files: readonly File[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-files-'))
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
  await page.getByLabel('Choose a file', { exact: true }).setInputFiles(files.map(({ name }) => join(folder, name)))
  folders.push(folder)
}

/** The first page, as soon as it takes files; the sample's dashboard below it may still come. */
export async function openHome(page: Page): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByLabel('Choose a file', { exact: true }).waitFor({ state: 'attached', timeout: 30_000 })
}

export async function drop(page: Page, file: File): Promise<string> {
  await openHome(page)
  await choose(page, file)
  return opened(page)
}

/** The id of the dataset on the screen, its dashboard drawn. */
export async function opened(page: Page): Promise<string> {
  await page.waitForURL('**/data/**', { timeout: 30_000 })
  await drawn(page)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Waits until the page can do without a network. */
export const setUp = (page: Page): Promise<void> =>
  page
    .waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 })
    .then(() => undefined)

export const tiles = (page: Page) => page.locator('#panel-dashboard .tile[aria-label]')
export const line = (page: Page) => page.locator('.upload-line')

export async function drawn(page: Page): Promise<void> {
  await tiles(page).first().waitFor({ timeout: 30_000 })
  await expect
    .poll(async () => (await tiles(page).count()) - (await page.locator('#panel-dashboard [data-scene]').count()), {
      timeout: 30_000,
    })
    .toBe(0)
}

export async function ask(page: Page, question: string): Promise<string> {
  await page.getByRole('combobox', { name: /ask/i }).first().fill(question)
  await page.keyboard.press('Enter')
  const sentence = page.locator('.answer-sentence').first()
  await sentence.waitFor({ timeout: 20_000 })
  return (await sentence.textContent()) ?? ''
}

export const uploaded = (page: Page): Promise<void> =>
  expect.poll(() => line(page).count(), { timeout: 60_000 }).toBe(0)

/** Holds back requests of the page until they are let through. */
export async function holdBack(page: Page, pattern: string): Promise<() => void> {
  let release = (): void => {}
  const gate = new Promise<void>((open) => (release = open))
  await page.route(pattern, async (route) => {
    await gate
    await route.continue().catch(() => null)
  })
  return release
}

export const fromApi = async <Data>(page: Page, path: string): Promise<Data> =>
  ((await (await page.request.get(`${url}/api/v1/${path}`)).json()) as { data: Data }).data

type Kept = { readonly profile: unknown; readonly model: unknown; readonly parquet: string }

/** What this browser keeps of a dataset, its rows as base64. */
export const keptIn = (page: Page, dataset: string): Promise<Kept | null> =>
  page.evaluate(async (id) => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, failed) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => failed(request.error))
      })
    const database = await asked(indexedDB.open('edgewise-1'))
    const record = await asked(database.transaction('datasets').objectStore('datasets').get(`${id} bytes`))
    database.close()
    if (!record?.read) return null
    const { profile, model, parquet } = record.read
    const bytes = new Uint8Array(await (parquet as Blob).arrayBuffer())
    let binary = ''
    for (const byte of bytes) binary += String.fromCharCode(byte)
    return { profile, model, parquet: btoa(binary) }
  }, dataset)
