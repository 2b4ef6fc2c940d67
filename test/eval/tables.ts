import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { csv } from '#core/ingest/csv/csv.ts'
import { edgewise } from '../../cli/edgewise.ts'
import { isSetAside } from '../support/set-aside.ts'
import { hasShared, sharedFile, sharedFilesBelow, sharedPath, sharedText } from '../support/shared.ts'
import { type Measures, measuresOf, plainRecords, sumOf } from './table-scorers.ts'

export const hasTables = (): boolean => hasShared('2_csv')

export type ScoredFile = { readonly name: string; readonly measures: Measures }

/** What the program writes for a file, as records; none where it refuses the file. */
async function converted(path: string, folder: string): Promise<{ records: string[][]; isRefused: boolean }> {
  const out = join(folder, 'out.csv')
  rmSync(out, { force: true })
  const code = await edgewise(['convert', path, out, '--raw'], { print: () => {}, complain: () => {} })
  return { records: code === 0 ? plainRecords(readFileSync(out, 'utf8')) : [], isRefused: code !== 0 }
}

type PollockSet = 'polluted' | 'survey' | 'survey_train'

/** Every file of one of Pollock's sets against its clean version. */
export async function scorePollock(set: PollockSet): Promise<readonly ScoredFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-tables-'))
  const scored: ScoredFile[] = []
  const from = `2_csv/pollock/${set}`
  for (const path of sharedFilesBelow(`${from}/csv`)) {
    const name = basename(path)
    const clean = plainRecords(sharedText(`${from}/clean/${name}`))
    const { records, isRefused } = await converted(sharedPath(path), folder)
    scored.push({ name, measures: measuresOf(records, clean, !isRefused) })
  }
  rmSync(folder, { recursive: true })
  return scored
}

const delimiters: Readonly<Record<string, string>> = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
  vslash: '|',
  space: ' ',
  colon: ':',
}

export type ScoredDialect = { readonly file: string; readonly wanted: string; readonly found: string }

/** The delimiter that was found for every labelled file. */
export async function scoreDialects(): Promise<readonly ScoredDialect[]> {
  const [header = [], ...labels] = plainRecords(sharedText('2_csv/dialects/annotations.csv'))
  const [fileAt, delimiterAt] = [header.indexOf('file'), header.indexOf('fields_delimiter')]
  const scored: ScoredDialect[] = []
  for (const label of labels) {
    const file = label[fileAt] ?? ''
    const wanted = delimiters[label[delimiterAt] ?? ''] ?? '?'
    const opened = await csv.open(sharedFile(`2_csv/dialects/files/${file}`), {})
    scored.push({ file, wanted, found: opened.ok ? (opened.value.report().delimiter ?? '') : opened.error.message })
  }
  return scored
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function describe(title: string, scored: readonly ScoredFile[]): readonly string[] {
  const average = (pick: (measures: Measures) => number): string =>
    mean(scored.map(({ measures }) => pick(measures))).toFixed(4)
  return [
    `${title}: ${scored.length} files, header ${average(({ header }) => header.f1)} record ${average(({ record }) => record.f1)} cell ${average(({ cell }) => cell.f1)}`,
    `  perfect ${average(({ isPerfect }) => Number(isPerfect))}, of 10: ${average(sumOf)}`,
    ...scored
      .filter(({ measures }) => !measures.isPerfect)
      .map(
        ({ name, measures: { header, record, cell } }) =>
          `  ✗ ${name}: header ${header.f1.toFixed(4)} record ${record.f1.toFixed(4)} cell ${cell.f1.toFixed(4)}`,
      ),
  ]
}

/** The files that teach, one by one where they are not perfect; of the fifth set aside only the count. */
function describeLearning(scored: readonly ScoredFile[]): readonly string[] {
  const unread = scored.filter(({ name }) => isSetAside(name))
  const perfect = unread.filter(({ measures }) => measures.isPerfect)
  return [
    ...describe(
      'Pollock, survey to learn from',
      scored.filter(({ name }) => !isSetAside(name)),
    ),
    `  set aside, unread: ${perfect.length} of ${unread.length} perfect`,
  ]
}

/** Prints how near the tables that are read come to their clean versions. */
async function main(): Promise<void> {
  if (!hasTables()) return
  const dialects = await scoreDialects()
  const wrong = dialects.filter(({ wanted, found }) => wanted !== found)
  const lines = [
    ...describe('Pollock, survey', await scorePollock('survey')),
    ...describeLearning(await scorePollock('survey_train')),
    ...describe('Pollock, polluted', await scorePollock('polluted')),
    `Dialect labels: ${dialects.length - wrong.length} of ${dialects.length} delimiters found`,
    ...wrong.map(
      ({ file, wanted, found }) => `  ✗ ${file}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`,
    ),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

if (process.argv[1] === import.meta.filename) await main()
