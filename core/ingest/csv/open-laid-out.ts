import type { ReadChoices } from '../choices.ts'
import { encodings } from '../encoding/registry.ts'
import { plausibilities } from '../encoding/scripts.ts'
import { textBytes } from '../encoding/text-bytes.ts'
import type { FileInput } from '../file-input.ts'
import type { IngestReport } from '../ingest-report.ts'
import { nameColumns } from '../name-columns.ts'
import type { Batch, OpenedFile, Reading, ReadOptions } from '../reader.ts'
import { type ColumnPlan, habitsOf, planColumn } from '../types/column-plan.ts'
import { type BatchColumn, buildBatches } from '../types/build-batches.ts'
import { marksOf } from '../types/column-marks.ts'
import { notesOnPlans } from '../types/plan-notes.ts'
import { AsideLines } from '../layout/aside-lines.ts'
import { blocksOf } from './blocks.ts'
import { namesIn } from '../layout/find-header.ts'
import { findingsOf } from './findings.ts'
import type { Layout } from './layout.ts'
import { OddRows } from './odd-rows.ts'
import { type SurplusColumn, withSurplusColumn } from './surplus-column.ts'
import { surveyShare, type Survey } from './survey.ts'

type LaidOut = { readonly layout: Layout; readonly survey: Survey }

const rawPlan: ColumnPlan = { type: 'text', nulls: 'empty', keepsNa: true }
/** The columns to build: all of them, but for unnamed ones at the end that hold nothing at all. */
function columnsOf(
  { survey, layout: { headers, usual, dialect } }: LaidOut,
  names: readonly string[],
  options: ReadOptions,
): BatchColumn[] {
  const isRaw = options.raw === true
  const habits = habitsOf(survey.evidence, options.choices, dialect.delimiter)
  const columns = names.map((name, place) => {
    const evidence = survey.evidence[place]
    const plan = isRaw || evidence === undefined ? rawPlan : planColumn({ name, evidence }, habits)
    return { field: { name, type: plan.type }, plan, place }
  })
  const isSpare = ({ place }: BatchColumn): boolean =>
    (headers[place] ?? '').trim() === '' && survey.evidence[place]?.isVoid === true
  // Where all rows end before the last names, raw output has no more cells than they have.
  const isMissing = ({ place }: BatchColumn): boolean => place >= usual && survey.evidence[place]?.isVoid === true
  const kept = columns.findLastIndex((column) => !(isRaw ? isMissing(column) : isSpare(column))) + 1
  return columns.slice(0, Math.max(1, kept))
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

function notesOn(columns: readonly BatchColumn[], { layout, survey }: LaidOut): string[] {
  return [
    ...(layout.headers.length > 0 ? [] : ['The file has no header; columns are named by their place.']),
    ...(layout.encoding.id in plausibilities && layout.encoding.why !== null ? [layout.encoding.why] : []),
    ...(layout.encoding.id === 'utf-8-broken' ? ['Some characters were broken and are shown as \uFFFD.'] : []),
    ...(columns.length < layout.width && layout.headers.length > 0
      ? ['Empty columns without a name at the end were left out.']
      : []),
    ...(survey.rows > 0 ? notesOnPlans(columns, survey.evidence) : []),
  ]
}

const surplusNote = ({ name }: SurplusColumn, rows: number): string =>
  `${count(rows, 'row has', 'rows have')} cells beyond the last column; they stand in “${name}”.`

/** What one reading of the rows has found so far. */
class Findings {
  readonly odd: OddRows
  readonly aside = new AsideLines()
  rows = 0
  bytes = 0
  nuls = 0
  mended = 0
  emptyLines = 0

  constructor(delimiter: string) {
    this.odd = new OddRows(delimiter)
  }

  get notes(): string[] {
    const { emptyLines, nuls, mended } = this
    return [
      ...(emptyLines > 0 ? [`${count(emptyLines, 'empty line was', 'empty lines were')} passed over.`] : []),
      ...(nuls > 0 ? [`${count(nuls, 'NUL character was', 'NUL characters were')} left out.`] : []),
      ...(mended > 0
        ? [
            `${count(mended, 'control character was', 'control characters were')} read as the quotation marks, dashes and signs of Windows-1252 that they once were.`,
          ]
        : []),
    ]
  }
}

type LaidReading = {
  readonly layout: Layout
  readonly isClean: boolean
  readonly columns: readonly BatchColumn[]
  /** Null where no row has cells beyond the last column, or where they are handed on as they are. */
  readonly surplus: SurplusColumn | null
  readonly findings: Findings
}

async function* readBatches(file: FileInput, reading: LaidReading, options: Reading): AsyncGenerator<Batch> {
  const { layout, columns, surplus, findings } = reading
  const text = textBytes(file, layout.encoding, {
    isClean: reading.isClean,
    seen: (chunk) => {
      findings.bytes += chunk.length
      options.progress?.(surveyShare + (1 - surveyShare) * Math.min(1, findings.bytes / Math.max(1, file.size)))
    },
    nuls: (more) => {
      findings.nuls += more
    },
    mended: (characters) => {
      findings.mended = characters
    },
  })
  const witnesses = {
    odd: findings.odd,
    aside: findings.aside,
    keepsSurplus: options.raw === true || surplus !== null,
    emptyLines: (lines: number) => {
      findings.emptyLines = lines
    },
  }
  const blocks = blocksOf(text, layout, witnesses, options.budget.pass())
  for await (const batch of buildBatches(blocks, columns)) {
    if (options.signal?.aborted) return
    findings.rows += batch.table.rows
    yield surplus === null ? batch : withSurplusColumn(batch, surplus)
  }
}

const reportOn = ({ layout, findings }: LaidReading, notes: readonly string[], choices: ReadChoices): IngestReport => ({
  encoding: encodings[layout.encoding.id].title,
  delimiter: layout.dialect.delimiter,
  hasHeader: layout.headers.length > 0,
  rowsRead: findings.rows,
  oddRows: findings.odd.count,
  oddRowExamples: findings.odd.examples,
  notes: [...notes, ...findings.notes],
  found: findingsOf(layout, findings.aside.found, choices),
})

/** A file whose layout and columns are known, ready to be read a second time and built. */
export function openLaidOut(file: FileInput, laidOut: LaidOut, options: Reading): OpenedFile {
  const { layout } = laidOut
  const { isClean, surplusRows } = laidOut.survey
  const { headers, width } = layout
  const hasSurplus = surplusRows > 0 && options.raw !== true
  const named = nameColumns(namesIn(layout.headerRecords), hasSurplus ? width + 1 : width)
  const [names, renamed] = [named.names.slice(0, width), named.notes]
  const surplus = hasSurplus ? { name: named.names[width] ?? '', delimiter: layout.dialect.delimiter } : null
  const columns = columnsOf(laidOut, names, options)
  const notes = [
    ...(headers.length > 0 ? renamed.slice(0, columns.length).filter((note) => note !== null) : []),
    ...notesOn(columns, laidOut),
    ...(surplus === null ? [] : [surplusNote(surplus, surplusRows)]),
  ]
  const begin = (): LaidReading => ({
    layout,
    isClean,
    columns,
    surplus,
    findings: new Findings(layout.dialect.delimiter),
  })
  let reading = begin()
  return {
    fields: [
      ...columns.map(({ field }) => field),
      ...(surplus === null ? [] : [{ name: surplus.name, type: 'text' as const }]),
    ],
    headers,
    ...marksOf(columns),
    batches: () => {
      reading = begin()
      return readBatches(file, reading, options)
    },
    report: () => reportOn(reading, notes, options.choices ?? {}),
  }
}
