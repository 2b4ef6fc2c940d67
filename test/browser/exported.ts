import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { copied } from '../support/duckdb-files.ts'
import { readWith } from '../support/read-workbook.ts'
import { fileOf } from '../support/table-files.ts'

export type Exported = { readonly name: string; readonly path: string }

/** What the person gets who chooses this in the menu of exports. */
export async function exported(page: Page, item: string): Promise<Exported> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), path: await download.path() }
}

/** A figure as it stands in a table: whole, without marks. */
const whole = (cell: unknown): string => {
  const text = String(cell ?? '')
  return text !== '' && Number.isFinite(Number(text)) ? String(Math.round(Number(text))) : text
}

/** The lines of an exported CSV file. */
export const linesOfCsv = ({ path }: Exported): string[][] =>
  readFileSync(path, 'utf8')
    .replace('\uFEFF', '')
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(whole))

/** The lines of an exported workbook, as the reader of uploads finds them. */
export async function linesOfWorkbook({ name, path }: Exported): Promise<string[][]> {
  const read = await readWith('excel', fileOf(name, new Uint8Array(readFileSync(path))))
  if (!('rows' in read)) throw new Error(read.message)
  const heads = read.fields.map((field) => field.name)
  return [heads, ...read.rows.map((row) => heads.map((head) => whole(row[head])))]
}

/** The markup of the first sheet of an exported workbook. */
export function sheetXml({ path }: Exported): string {
  const sheet = unzipSync(new Uint8Array(readFileSync(path)))['xl/worksheets/sheet1.xml']
  return new TextDecoder().decode(sheet)
}

/** What native DuckDB makes of an exported Parquet file. */
export async function fromParquet({ path }: Exported, select: string): Promise<string[][]> {
  const csv = await copied(`SELECT ${select} FROM read_parquet('${path}')`, 'FORMAT csv, HEADER false')
  const lines = new TextDecoder().decode(csv).trim().split('\n')
  return lines.map((line) => line.split(',').map(whole))
}

export type Image = { readonly width: number; readonly height: number; readonly colours: number }

/** An exported picture, decoded: its size, and how many colours it has. */
export function imageOf(page: Page, { path }: Exported): Promise<Image> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const pixels = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0))
    return { width, height, colours: new Set(pixels).size }
  }, readFileSync(path).toString('base64'))
}
