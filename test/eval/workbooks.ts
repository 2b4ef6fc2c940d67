import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { edgewise } from '../../cli/edgewise.ts'
import { isSetAside } from '../support/set-aside.ts'
import { hasShared, sharedBytes, sharedFilesBelow, sharedPath, sharedText } from '../support/shared.ts'
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

/** Signs of no Western alphabet, for which Excel wrote low lines into its CSV. */
const westernOnly = (text: string): string => text.replaceAll(/[^\n\r\t -\u00FF\u2010-\u2026\u20AC]/gu, '_')

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

type Learned = { readonly name: string; readonly outcome: 'same' | 'same but for lost signs' | 'locked' | 'other' }

/** Sheets to learn from. A locked workbook that is refused by its password is right. */
export async function scoreLearning(): Promise<readonly Learned[]> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-sheets-'))
  const scored: Learned[] = []
  for (const path of sharedFilesBelow('3_excel/sheetjs_train/gold')) {
    const [, file = '', sheet = ''] = /([^/]+)\.(\d+)\.csv$/.exec(path) ?? []
    const gold = plainRecords(decoded(sharedBytes(path)))
    const source = sharedPath(`3_excel/sheetjs_train/files/${file}`)
    const { text, refusal } = await converted(source, join(folder, 'out.csv'), sheet)
    const isSame = (ours: string): boolean => {
      const { cells, same } = compare(plainRecords(ours), gold)
      return refusal === null && cells === same
    }
    const isLocked = refusal?.includes('protected by a password') === true
    const isNear = (): Learned['outcome'] => (isSame(westernOnly(text)) ? 'same but for lost signs' : 'other')
    const outcome = isLocked ? 'locked' : isSame(text) ? 'same' : isNear()
    scored.push({ name: `${file} ${sheet}`, outcome })
  }
  rmSync(folder, { recursive: true })
  return scored
}

function describeLearning(scored: readonly Learned[]): readonly string[] {
  const counts = (list: readonly Learned[]): string =>
    [...new Set(list.map(({ outcome }) => outcome))]
      .map((outcome) => `${list.filter((one) => one.outcome === outcome).length} ${outcome}`)
      .join(', ')
  const isUnread = ({ name }: Learned): boolean => isSetAside(name.replace(/\.\w+ \d+$/, ''))
  const learned = scored.filter((one) => !isUnread(one))
  return [
    `sheets to learn from: ${counts(learned)}`,
    ...learned.filter(({ outcome }) => outcome === 'other').map(({ name }) => `  ✗ ${name}`),
    `set aside, unread: ${counts(scored.filter(isUnread))}`,
  ]
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
    ...describeLearning(await scoreLearning()),
  ]
}

if (import.meta.main && hasWorkbooks()) process.stdout.write(`${(await report()).join('\n')}\n`)
