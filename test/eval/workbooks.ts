import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { edgewise } from '../../cli/edgewise.ts'
import { hasShared, sharedFilesBelow, sharedPath, sharedText } from '../support/shared.ts'
import { plainRecords } from './table-scorers.ts'

const manifest = '3_excel/sheetjs/manifest.json'
export const hasWorkbooks = (): boolean => hasShared(manifest)

/** How a sheet, or a workbook of which only its outcome counts, came out. */
export type ScoredSheet = {
  readonly name: string
  readonly cells: number
  readonly same: number
  /** What was said instead of a table. */
  readonly refusal: string | null
  readonly milliseconds: number
}

type Entry = { readonly file: string; readonly sheets_with_gold: readonly number[] }

/** What the program writes for a sheet, or says where it does not. */
async function converted(path: string, out: string, sheet: string | null) {
  rmSync(out, { force: true })
  const said: string[] = []
  const choice = sheet === null ? [] : ['--sheet', sheet]
  const code = await edgewise(['convert', path, out, ...choice, '--raw'], {
    print: () => {},
    complain: (line) => void said.push(line),
  })
  return code === 0 ? { text: readFileSync(out, 'utf8'), refusal: null } : { text: '', refusal: said.join(' ') }
}

/** The cells of a table that hold something, by their place. */
const placed = (records: readonly (readonly string[])[]): Map<string, string> =>
  new Map(
    records.flatMap((cells, row) =>
      cells.flatMap((text, column): [string, string][] => (text === '' ? [] : [[`${row} ${column}`, text]])),
    ),
  )

/** Cells of two tables, place by place. */
function compare(found: readonly (readonly string[])[], gold: readonly (readonly string[])[]) {
  const [ours, theirs] = [placed(found), placed(gold)]
  const places = [...new Set([...ours.keys(), ...theirs.keys()])]
  return { cells: places.length, same: places.filter((place) => ours.get(place) === theirs.get(place)).length }
}

/** Excel in another language separates by semicolons and shows numbers and months its own way; ours shows them in English. */
const isForeign = (gold: string): boolean => /^[^,\n"]*;/.test(gold)

/** Every sheet of which Excel's own CSV, in English, is there. */
export async function scoreSheets(): Promise<readonly ScoredSheet[]> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-sheets-'))
  const entries = JSON.parse(sharedText(manifest)) as Entry[]
  const scored: ScoredSheet[] = []
  for (const { file, sheets_with_gold: sheets } of entries) {
    for (const sheet of sheets) {
      const gold = sharedText(`3_excel/sheetjs/gold/${file}.${sheet}.csv`, 'latin1')
      if (isForeign(gold)) continue
      const start = performance.now()
      const path = sharedPath(`3_excel/sheetjs/files/${file}`)
      const { text, refusal } = await converted(path, join(folder, 'out.csv'), String(sheet))
      const cells = compare(plainRecords(text), plainRecords(gold))
      scored.push({ name: `${file} ${sheet}`, ...cells, refusal, milliseconds: performance.now() - start })
    }
  }
  rmSync(folder, { recursive: true })
  return scored
}

/** Every other workbook: read, or refused in a sentence. */
export async function scoreOutcomes(): Promise<readonly ScoredSheet[]> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-sheets-'))
  const scored: ScoredSheet[] = []
  const names = ['poi', 'calamine', 'exceljs'].flatMap((set) => sharedFilesBelow(`3_excel/${set}`))
  for (const name of names) {
    const start = performance.now()
    const { refusal } = await converted(sharedPath(name), join(folder, 'out.csv'), null)
    scored.push({ name, cells: 0, same: 0, refusal, milliseconds: performance.now() - start })
  }
  rmSync(folder, { recursive: true })
  return scored
}

const sum = (list: readonly ScoredSheet[], pick: (one: ScoredSheet) => number): number =>
  list.reduce((total, one) => total + pick(one), 0)

/** All of it, as lines to read. */
async function report(): Promise<readonly string[]> {
  const [sheets, outcomes] = [await scoreSheets(), await scoreOutcomes()]
  const read = sheets.filter(({ refusal }) => refusal === null)
  return [
    ...[...sheets, ...outcomes].map(
      ({ name, cells, same, refusal, milliseconds }) =>
        `${Math.round(milliseconds)} ms  ${name}  ${refusal ?? (cells === 0 ? 'read' : `${same} of ${cells} cells`)}`,
    ),
    `${sum(read, ({ same }) => same)} of ${sum(read, ({ cells }) => cells)} cells; slowest ${Math.round(
      Math.max(...[...sheets, ...outcomes].map(({ milliseconds }) => milliseconds)),
    )} ms`,
  ]
}

if (import.meta.main && hasWorkbooks()) process.stdout.write(`${(await report()).join('\n')}\n`)
