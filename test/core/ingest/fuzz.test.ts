import type { TextFindings } from '#core/ingest/ingest-report.ts'
import { describe, expect, test } from 'vitest'
import { csv } from '#core/ingest/csv/csv.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { ordersTable, pollutions } from '../../support/pollutions.ts'
import { hasShared, sharedText } from '../../support/shared.ts'
import { fileOf } from '../../support/table-files.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_121)
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 500)

const sources = [
  'id,name,when,amount\n1,Ada,2020-01-01,"1,234.50"\n2,"Alan ""T""",2020-02-30,$5\n3,,NA,-\n'.repeat(40),
  'a;b;c\n1,5;x;01/02/2003\n"2\n3";y;31/12/2003\n'.repeat(60),
  'k\tv\n007\ttrue\n008\tfalse\n\n'.repeat(50),
  'naïve,Ünïcödé\n😀,“quoted”\n'.repeat(50),
  ...['9_data/files/penguins.csv', '2_csv/csv-spectrum/csvs/quotes_and_newlines.csv'].flatMap((path) =>
    hasShared(path) ? [sharedText(path)] : [],
  ),
].map((text) => new TextEncoder().encode(text.slice(0, 20_000)))

const shaped = seededRandom(seed)
/** Everything that may stand around and within a table, and text that is no Unicode. */
const dressed = [
  ...pollutions.map(({ make }) => new TextEncoder().encode(make(ordersTable(20, shaped), shaped).text)),
  ...[0xc0, 0x81].map((from) =>
    Uint8Array.from('a,b,c\nxyz,1,w\n'.repeat(30), (letter, at) =>
      at % 5 === 0 ? from + (at % 40) : letter.charCodeAt(0),
    ),
  ),
]

const nasty = [0, 9, 10, 13, 34, 39, 44, 59, 92, 124, 0xff, 0xc3, 0xe2, 0xef, 0xfe, 48, 57, 45, 46]

/** A few bytes changed, put in, left out, or repeated. */
function mutate(bytes: Uint8Array, { next, below, pick }: Random): Uint8Array {
  let list = [...bytes]
  const many = 1 + below(12)
  for (let change = 0; change < many; change++) {
    const at = below(list.length)
    const byte = pick(nasty)
    const kind = next() * 4.2
    if (kind < 1) list[at] = byte
    else if (kind < 2) list.splice(at, 0, byte)
    else if (kind < 3) list.splice(at, 1 + below(20))
    else if (kind < 4) list.splice(at, 0, ...list.slice(at, at + below(300)))
    else list = list.slice(0, Math.max(1, at))
    if (list.length === 0) list = [byte]
  }
  return Uint8Array.from(list)
}

type Outcome = { readonly rows: number; readonly read: number; readonly misfits: number; readonly cells: string }

async function outcomeOf(bytes: Uint8Array, chunkSize: number): Promise<Outcome | null> {
  const opened = await csv.open(fileOf('a.csv', bytes, chunkSize), {})
  if (!opened.ok) return null
  let [rows, misfits, cells] = [0, 0, '']
  for await (const { table, odd, firstRow } of opened.value.batches()) {
    expect(firstRow).toBe(rows)
    expect(table.columns.map(({ name }) => name)).toEqual(opened.value.fields.map(({ name }) => name))
    for (const column of table.columns) {
      expect(column.type === 'text' ? column.codes.length : column.values.length).toBe(table.rows)
      if (column.type === 'text') expect(new Set(column.dictionary).size).toBe(column.dictionary.length)
    }
    rows += table.rows
    misfits += odd.length
    cells += JSON.stringify(
      table.columns.map((column) =>
        column.type === 'text' ? [...column.codes, ...column.dictionary] : [...column.values],
      ),
    )
  }
  return { rows, read: opened.value.report().rowsRead, misfits, cells }
}

const holdsSomething = (line: string, delimiter: string): boolean => line.replaceAll(delimiter, '').trim() !== ''

/** Records by the plainest rule there is: no quotes, so every line that holds more than delimiters is one. */
const plainRecords = (text: string, delimiter: string): number =>
  text.split('\n').filter((line) => holdsSomething(line, delimiter)).length

/** Lines that are told to be no rows, and hold something. */
function asideLines(found: TextFindings | null | undefined, delimiter: string): number {
  if (found === null || found === undefined) return 0
  const { counts, examples } = found.aside
  const told = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return told - examples.filter(({ text }) => !holdsSomething(text, delimiter)).length
}

describe('mutated files', () => {
  test(
    `[R6] nothing crashes, chunks change nothing, rows add up (FUZZ_SEED=${seed})`,
    { timeout: 300_000 },
    async () => {
      const random = seededRandom(seed)
      for (let round = 0; round < rounds; round++) {
        const bytes = mutate(random.pick(round % 2 === 0 ? sources : dressed), random)
        const chunkSize = 1 + random.below(97)
        const started = performance.now()
        const [whole, chunked] = [await outcomeOf(bytes, 1 << 16), await outcomeOf(bytes, chunkSize)]
        expect(chunked, `round ${round}`).toEqual(whole)
        expect(whole?.rows, `round ${round}`).toBe(whole?.read)
        expect(performance.now() - started, `round ${round} took too long`).toBeLessThan(5000)
      }
    },
  )

  test(
    `[R6] without quotes, every line that is not blank is of the header, a row, or told to be none (FUZZ_SEED=${seed})`,
    { timeout: 300_000 },
    async () => {
      const random = seededRandom(seed + 1)
      for (let round = 0; round < rounds / 3; round++) {
        const source = mutate(random.pick(round % 2 === 0 ? sources.slice(0, 3) : dressed), random)
        const text = [...new TextDecoder('latin1').decode(source)]
          .filter((letter) => /[\n -~]/.test(letter) && !/["'\\]/.test(letter))
          .join('')
        if (text.trim() === '') continue
        const opened = await csv.open(fileOf('a.csv', text), {})
        if (!opened.ok) throw new Error(opened.error.message)
        let rows = 0
        for await (const { table } of opened.value.batches()) rows += table.rows
        const { found, delimiter: sign } = opened.value.report()
        const delimiter = sign ?? ','
        const aside = asideLines(found, delimiter)
        expect(rows + (found?.headerRows.value ?? 0) + aside, `round ${round}`).toBe(plainRecords(text, delimiter))
      }
    },
  )
})
