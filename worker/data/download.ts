import { Zip, ZipDeflate } from 'fflate'
import { csvPieces } from '#core/clean/csv-pieces.ts'
import { describeLog } from '#core/clean/describe-log.ts'
import type { CleaningLog } from '#core/clean/log.ts'
import { cleaningReport } from '#core/clean/report.ts'
import type { RowSource } from '#core/clean/rows.ts'
import type { CsvReader } from '#core/format/safe-cell.ts'

const encoder = new TextEncoder()

/** Bytes made as they are asked for, so that no more than a piece of a file is in memory. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

async function* csvBytes({ fields, batches }: RowSource, reader: CsvReader): AsyncGenerator<Uint8Array> {
  for await (const piece of csvPieces(fields, batches, reader)) yield encoder.encode(piece)
}

export const csvStream = (rows: RowSource, reader: CsvReader): ReadableStream<Uint8Array> =>
  streamOf(csvBytes(rows, reader))

export type Archived = {
  readonly name: string
  readonly log: CleaningLog | null
  readonly modified: Date
  readonly reader: CsvReader
}

/** The texts beside the data: what was done, for people and for programs. */
const textsOf = ({ name, log }: Archived): readonly (readonly [string, string])[] =>
  log === null
    ? []
    : [
        ['report.html', cleaningReport(name, log)],
        ['log.txt', `${describeLog(log).join('\n')}\n`],
        ['log.json', JSON.stringify(log, null, 2)],
      ]

async function* zipBytes(rows: RowSource, archived: Archived): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  const add = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = archived.modified
    zip.add(file)
    return file
  }
  for (const [name, text] of textsOf(archived)) add(name).push(encoder.encode(text), true)
  const data = add('data.csv')
  for await (const piece of csvBytes(rows, archived.reader)) {
    data.push(piece)
    yield* made.splice(0)
  }
  data.push(new Uint8Array(0), true)
  zip.end()
  yield* made.splice(0)
}

export const zipStream = (rows: RowSource, archived: Archived): ReadableStream<Uint8Array> =>
  streamOf(zipBytes(rows, archived))
