import { ok, type Result } from '../../result.ts'
import { cellAt } from '../../table/table.ts'
import type { IngestReport, PeriodColumns } from '../ingest-report.ts'
import type { Batch, OpenedFile, ReadOptions, Reading } from '../reader.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import type { TextRow } from '../rows/block-writer.ts'
import { openRows, type RowChunks, RowSurvey } from '../rows/open-rows.ts'
import { periodColumns } from './period-columns.ts'

const plural = (period: string): string => `${period.toLowerCase()}s`

function offerOf({ period, columns }: PeriodColumns): string {
  const [first, last] = [columns[0] ?? '', columns.at(-1) ?? '']
  return `${columns.length} columns are ${plural(period)}, “${first}” to “${last}”; the table can be turned into long form, a row for each ${period.toLowerCase()}.`
}

/** Which columns of the wide table stay, and which become rows. */
type Melting = {
  readonly kept: readonly number[]
  readonly melted: readonly { readonly name: string; readonly place: number }[]
  /** Percentages among plain numbers: their sign is left out, so that the values stay numbers. */
  readonly dropsPercent: boolean
}

function meltingOf({ fields, units }: OpenedFile, { columns }: PeriodColumns): Melting {
  const places = [...fields.entries()]
  const isMelted = (name: string): boolean => columns.includes(name)
  const melted = places.filter(([, { name }]) => isMelted(name))
  return {
    kept: places.filter(([, { name }]) => !isMelted(name)).map(([place]) => place),
    melted: melted.map(([place, { name }]) => ({ name, place })),
    dropsPercent: melted.some(
      ([, { name, type }]) => type === 'text' || units.get(name) !== units.get(columns[0] ?? ''),
    ),
  }
}

const percent = /^[-+]?\d[\d.,\s]*%$/

/** The rows of a batch in long form; odd cells have the text they had. Empty cells are rows too, so that none is lost. */
function meltedRows({ table, odd, firstRow }: Batch, melting: Melting, seePercent: () => void): TextRow[] {
  const oddTexts = new Map(odd.map(({ row, column, text }) => [`${row - firstRow} ${column}`, text]))
  const textAt = (row: number, place: number): string | null => {
    const column = table.columns[place]
    const cell = oddTexts.get(`${row} ${place}`) ?? (column ? cellAt(column, row) : null)
    return cell === null ? null : String(cell)
  }
  const valueAt = (row: number, place: number): string | null => {
    const text = textAt(row, place)
    if (text === null || !melting.dropsPercent || !percent.test(text)) return text
    seePercent()
    return text.slice(0, -1).trim()
  }
  return Array.from({ length: table.rows }, (_, row) => row).flatMap((row) => {
    const own = melting.kept.map((place) => textAt(row, place))
    return melting.melted.map(({ name, place }) => [...own, name, valueAt(row, place)])
  })
}

const percentNote = (count: number): string =>
  `${count} ${count === 1 ? 'value carries' : 'values carry'} a % sign beside plain numbers; they are read as the numbers before it.`

/** A wide table in long form: a row for each of its rows and periods. Types are decided anew, on the values of all periods. */
async function openLong(opened: OpenedFile, periods: PeriodColumns, options: Reading): Promise<OpenedFile> {
  const melting = meltingOf(opened, periods)
  let percents = 0
  async function* rows(): RowChunks {
    percents = 0
    for await (const batch of opened.batches()) {
      options.budget.charge('cells', batch.table.rows * melting.melted.length * (melting.kept.length + 2))
      yield meltedRows(batch, melting, () => percents++)
    }
  }
  const survey = new RowSurvey(options.budget.pass())
  for await (const chunk of rows()) await survey.add(chunk)
  const nameAt = (place: number): string => opened.fields[place]?.name ?? ''
  const units = new Map(melting.kept.map((place, at) => [at, opened.units.get(nameAt(place))] as const))
  // What marks decimals and orders dates was settled when the wide table was read.
  const { types } = options.choices ?? {}
  const long = openRows(
    {
      headers: [...melting.kept.map(nameAt), periods.period, 'Value'],
      evidence: survey.evidence,
      units: new Map([...units].flatMap(([place, unit]) => (unit === undefined ? [] : [[place, unit] as const]))),
      rows,
      report: () => opened.report(),
    },
    { ...options, choices: types === undefined ? {} : { types } },
  )
  const report = (): IngestReport => {
    const wide = opened.report()
    const notes = [
      `Turned into long form: ${melting.melted.length} columns of ${plural(periods.period)} are “${periods.period}” and “Value”.`,
      ...(percents > 0 ? [percentNote(percents)] : []),
    ]
    return { ...wide, rowsRead: long.report().rowsRead, notes: [...wide.notes, ...notes], periods }
  }
  return { ...long, report }
}

/** A table as it stands, with the offer of its long form; or in long form, where a person chose that. */
export async function withForm(
  file: FileInput,
  opened: Result<OpenedFile>,
  options: ReadOptions,
): Promise<Result<OpenedFile>> {
  if (!opened.ok || options.raw === true) return opened
  const periods = periodColumns(opened.value.fields.map(({ name }) => name))
  if (periods === null) return opened
  const { budget = fileBudget(file) } = options
  if (options.choices?.long === true) return ok(await openLong(opened.value, periods, { ...options, budget }))
  const report = (): IngestReport => {
    const own = opened.value.report()
    return { ...own, notes: [...own.notes, offerOf(periods)], periods }
  }
  return ok({ ...opened.value, report })
}
