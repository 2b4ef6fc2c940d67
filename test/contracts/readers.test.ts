import { describe, expect, test } from 'vitest'
import type { FileInput } from '#core/ingest/file-input.ts'
import { type ReaderId, readers } from '#core/ingest/registry.ts'
import { chooseReader } from '#core/ingest/sniff.ts'
import { damaged, outcomeOf } from '../support/damage.ts'
import { seededRandom } from '../support/random.ts'
import { readAny } from '../support/read-workbook.ts'
import { fixtureRows, fixtures } from '../support/reader-fixtures.ts'
import { fileOf } from '../support/table-files.ts'

const ids = Object.keys(readers) as ReaderId[]
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124)
const rows = 300

const made = new Map(ids.map((id) => [id, Promise.resolve(fixtures[id].bytes(rows))]))
const bytesOf = (id: ReaderId): Promise<Uint8Array> => made.get(id) ?? Promise.reject(new Error(id))

/** Text has no end that could be missing: what is left of it is a table. */
const isText = (id: ReaderId): boolean => id === 'csv'

describe.each(ids)('the reader of %s', (id) => {
  const { name } = fixtures[id]

  test('[F1] is chosen for what a tool of its kind writes, whatever it is called', async () => {
    const bytes = await bytesOf(id)
    for (const called of [name, 'without-ending', 'report.2024'])
      expect(await chooseReader(fileOf(called, bytes))).toMatchObject({ ok: true, value: { title: readers[id].title } })
  })

  test('[R6] reads every cell right, however the bytes arrive', async () => {
    const bytes = await bytesOf(id)
    for (const chunk of [bytes.length, 1009, 13]) {
      const table = await readAny(fileOf(name, bytes, chunk))
      expect(table).toMatchObject({ types: { id: 'integer', city: 'text', price: 'decimal' }, odd: [] })
      expect('rows' in table && table.rows).toEqual(fixtureRows(rows))
      expect('report' in table && table.report.rowsRead).toBe(rows)
    }
  })

  test('says in a sentence that a file breaks off', async () => {
    const bytes = await bytesOf(id)
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      const outcome = await outcomeOf(fileOf(name, bytes.subarray(0, Math.floor(bytes.length * share))))
      if (isText(id)) expect(outcome).toMatchObject({ kind: 'read' })
      else
        expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'file/broken', hint: expect.any(String) } })
    }
  })

  test(
    `survives damage, and every row it read is one it tells of (FUZZ_SEED=${seed})`,
    { timeout: 60_000 },
    async () => {
      const [bytes, random] = [await bytesOf(id), seededRandom(seed)]
      for (let round = 0; round < 60; round++) {
        const outcome = await outcomeOf(fileOf(name, damaged(bytes, random), 1 + random.below(5000)))
        if (outcome.kind === 'read') expect(outcome.rows, `round ${round}`).toBe(outcome.said)
        else expect(outcome.failure.message, `round ${round}`).not.toMatch(/undefined|NaN|\[object/)
      }
    },
  )

  test('stops when it is told to', async () => {
    const opened = await readers[id].open(fileOf(name, await bytesOf(id)), { signal: { aborted: true } as AbortSignal })
    if (!opened.ok) return expect(opened.error.code).toBe('file/stopped')
    let read = 0
    for await (const { table } of opened.value.batches()) read += table.rows
    expect(read).toBe(0)
  })
})

/** A file that remembers the most that was asked of it at once, in bytes. */
function watched(file: FileInput): { readonly file: FileInput; readonly most: () => number } {
  let most = 0
  return {
    file: {
      ...file,
      slice: (start, end) => {
        most = Math.max(most, end - start)
        return file.slice(start, end)
      },
    },
    most: () => most,
  }
}

test.each(['parquet', 'sqlite', 'zip'] as const)(
  '[P3, Q1, Z1] %s is never asked for whole',
  { timeout: 60_000 },
  async (id) => {
    const bytes = await fixtures[id].bytes(id === 'sqlite' ? 60_000 : 400_000)
    const { file, most } = watched(fileOf(fixtures[id].name, bytes))
    expect(await outcomeOf(file)).toMatchObject({ kind: 'read' })
    expect(bytes.length).toBeGreaterThan(1_300_000)
    expect(most()).toBeLessThanOrEqual(1 << 20)
  },
)
