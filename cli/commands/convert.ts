import { extname } from 'node:path'
import { fail } from '#core/errors.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { IngestReport } from '#core/ingest/ingest-report.ts'
import { withForm } from '#core/ingest/long/with-form.ts'
import type { OpenedFile } from '#core/ingest/reader.ts'
import { ReadingFailed } from '#core/ingest/reading-failed.ts'
import { chooseReader } from '#core/ingest/sniff.ts'
import { ok, type Result } from '#core/result.ts'
import { createParquetWriter } from '#core/table/parquet-writer.ts'
import type { Command } from '../command.ts'
import { csvRecord, csvRecords } from '#core/format/csv-text.ts'
import type { CsvReader } from '#core/format/safe-cell.ts'
import { readerOf, safeOption } from '../csv-reader.ts'
import { localFile } from '../local-file.ts'
import { output, type Write } from '../output.ts'
import { describeReading, formOf } from '../reading-text.ts'
import { choiceOptions, choicesFrom } from '../read-choices.ts'

/** Writes the rows; returns how many cells did not fit the type of their column. */
async function writeParquet(opened: OpenedFile, write: Write): Promise<number> {
  const writer = createParquetWriter(opened.fields, write)
  let oddCells = 0
  for await (const { table, odd } of opened.batches()) {
    await writer.append(table)
    oddCells += odd.length
  }
  await writer.finish()
  return oddCells
}

/** The header as it stands in the file; where text has none, names by place, so that the first row is not taken for it. */
function rawNames({ headers, fields, report }: OpenedFile): readonly string[] {
  const isText = report().found !== undefined
  return headers.length === 0 && isText ? fields.map((_, place) => `col_${place}`) : headers
}

type Writing = { readonly isRaw: boolean; readonly reader: CsvReader }

/** Writes the rows, cells that did not fit the type of their column as their text; returns how many those are. */
async function writeCsv(opened: OpenedFile, write: Write, { isRaw, reader }: Writing): Promise<number> {
  const names = isRaw ? rawNames(opened) : opened.fields.map(({ name }) => name)
  if (names.length > 0) await write(csvRecord(names, reader))
  let oddCells = 0
  for await (const { table, odd, firstRow, surplus = [] } of opened.batches()) {
    const instead = new Map(odd.map(({ row, column, text }) => [`${row - firstRow} ${column}`, text]))
    const beyond = new Map(surplus.map(({ row, cells }) => [row - firstRow, cells]))
    await write(csvRecords(table, { instead, beyond, reader }))
    oddCells += odd.length
  }
  return oddCells
}

/** What was read and written, for reading in a terminal. */
function describeConversion(target: string, report: IngestReport, oddCells: number): readonly string[] {
  const rows = report.rowsRead.toLocaleString('en-US')
  const fate = target.endsWith('.csv') ? 'are written as the text that was read' : 'are null in the Parquet file'
  return [
    `${target}: ${rows} ${report.rowsRead === 1 ? 'row' : 'rows'} (${formOf(report)})`,
    ...[
      ...describeReading(report),
      ...(oddCells === 0 ? [] : [`Cells that did not fit the type of their column: ${oddCells}; they ${fate}.`]),
    ].map((line) => `  ${line}`),
  ]
}

async function openInput(path: string, raw: boolean, choices: ReadChoices): Promise<Result<OpenedFile>> {
  const file = await localFile(path)
  if (!file.ok) return file
  const reader = await chooseReader(file.value)
  if (!reader.ok) return reader
  return withForm(file.value, await reader.value.open(file.value, { raw, keepsTotals: raw, choices }), { raw, choices })
}

/** Reads any table file and writes it as CSV or Parquet. */
export const convert: Command = {
  summary: 'Read a file, whatever its form, and write it as plain CSV or as Parquet.',
  parameters: ['file', 'out.csv|out.parquet'],
  options: {
    ...choiceOptions,
    raw: { type: 'boolean', says: 'every cell as the text that was read, nothing typed' },
    safe: safeOption,
  },
  example: 'edgewise convert sales.csv sales.parquet',
  run: async (input) => {
    const [path = '', target = ''] = input.positionals
    const kind = extname(target).toLowerCase()
    if (kind !== '.csv' && kind !== '.parquet') {
      return fail('request/invalid', { reason: `${target} must end in .csv or .parquet.` })
    }
    const isRaw = input.options['raw'] === true
    const choices = choicesFrom(input)
    if (!choices.ok) return choices
    const opened = await openInput(path, isRaw, choices.value)
    if (!opened.ok) return opened
    const { write, close, discard } = output(target)
    try {
      const oddCells = await (kind === '.csv'
        ? writeCsv(opened.value, write, { isRaw, reader: readerOf(input) })
        : writeParquet(opened.value, write))
      await close()
      for (const line of describeConversion(target, opened.value.report(), oddCells)) input.print(line)
      return ok(undefined)
    } catch (error) {
      await discard()
      if (error instanceof ReadingFailed) return { ok: false, error: error.failure }
      throw error
    }
  },
}
