import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { ReadOptions } from '#core/ingest/reader.ts'
import { copied } from '../../support/duckdb-files.ts'
import { readAny } from '../../support/read-workbook.ts'
import { fileOf } from '../../support/table-files.ts'
import { zipOf } from '../../support/zip-of.ts'

const table = 'id,name\n1,Ada\n2,Bea\n'
const rows = [
  { id: 1, name: 'Ada' },
  { id: 2, name: 'Bea' },
]

const read = (name: string, bytes: Uint8Array, options: ReadOptions = {}, chunk?: number) =>
  readAny(fileOf(name, bytes, chunk), options)

async function sentence(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  const answer = await read(name, bytes, options)
  return 'message' in answer ? answer.message : 'it was read'
}

describe('gzip', () => {
  test.each([1, 7, 1 << 16])('[Z1] a packed table is the table, arriving in chunks of %i bytes', async (chunk) => {
    expect(await read('orders.csv.gz', gzipSync(table), {}, chunk)).toMatchObject({ rows })
  })

  test('[Z1] members written one after another, and padding, are one file', async () => {
    const appended = Buffer.concat([gzipSync(table), gzipSync('3,Cleo\n'), Buffer.alloc(512)])
    expect(await read('orders.csv.gz', appended)).toMatchObject({ rows: [...rows, { id: 3, name: 'Cleo' }] })
  })

  test('[Z1] kinds that are read by places are unpacked first', async () => {
    const parquet = await copied('SELECT 1 AS id', 'FORMAT parquet')
    expect(await read('orders.parquet.gz', gzipSync(parquet))).toMatchObject({ rows: [{ id: 1 }] })
  })

  test('[Z2] what is cut short, damaged, or no table is refused', async () => {
    const packed = gzipSync(table)
    const bad = Uint8Array.from(packed)
    bad[14] = (bad[14] ?? 0) ^ 0xff
    expect(await sentence('a.csv.gz', packed.subarray(0, 20))).toBe(
      'a.csv.gz cannot be read as a gzip archive: it is cut short.',
    )
    expect(await sentence('a.csv.gz', bad)).toBe('a.csv.gz cannot be read as a gzip archive: its packing is damaged.')
    expect(await sentence('a.png.gz', gzipSync(Buffer.from('89504e470d0a1a0a00000000', 'hex')))).toBe(
      'a.png is a PNG image, not a table that can be read here.',
    )
  })

  test('[Z3] an archive in an archive is not opened', async () => {
    expect(await sentence('a.csv.gz.gz', gzipSync(gzipSync(table)))).toBe(
      'a.csv.gz is a gzip archive, not a table that can be read here.',
    )
    expect(await sentence('a.zip', zipOf({ 'b.zip': zipInside }))).toBe(
      'b.zip is a zip archive, not a table that can be read here.',
    )
  })

  test('[Z4] what was made to fill memories is refused', async () => {
    expect(await sentence('bomb.csv.gz', gzipSync(Buffer.alloc(150_000_000, 'a,b\n')))).toBe(
      'bomb.csv.gz cannot be read as a gzip archive: it unpacks to far more than a table would.',
    )
  })
})

const zipInside = { bytes: zipOf({ 'a.csv': table }), isStored: true }

describe('zip', () => {
  test.each([true, false])('[Z1] the only table is read, stored: %s', async (isStored) => {
    const packed = zipOf({
      '__MACOSX/._orders.csv': 'litter',
      'folder/': '',
      'folder/orders.csv': { bytes: table, isStored },
    })
    expect(await read('orders.zip', packed)).toMatchObject({ rows })
  })

  test('[Z5] of several, the largest that is named as a table; the others are named and can be chosen', async () => {
    const packed = zipOf({
      'README.txt': 'Words about it, and more words.\n'.repeat(50),
      'metadata.csv': 'k,v\n',
      'people.csv': table,
      'small.json': '[{"x":5}]',
    })
    const first = await read('data.zip', packed)
    expect(first).toMatchObject({ rows, report: { part: 'people.csv' } })
    expect('report' in first && first.report.parts?.map(({ name }) => name)).toEqual([
      'README.txt',
      'metadata.csv',
      'people.csv',
      'small.json',
    ])
    for (const sheet of ['small.json', 'SMALL.json', 3])
      expect(await read('data.zip', packed, { choices: { sheet } })).toMatchObject({ rows: [{ x: 5 }] })
    expect(await sentence('data.zip', packed, { choices: { sheet: 'none' } })).toBe('data.zip has no sheet “none”.')
  })

  test('[Z2] passwords, damage and emptiness are told in sentences', async () => {
    const packed = zipOf({ 'a.csv': table })
    const bad = Uint8Array.from(packed)
    bad[40] = (bad[40] ?? 0) ^ 0xff
    expect(await sentence('a.zip', zipOf({ 'a.csv': { bytes: table, isEncrypted: true } }))).toBe(
      'a.zip is protected by a password, so it cannot be read.',
    )
    expect(await sentence('a.zip', bad)).toMatch(/^a.zip cannot be read as a zip archive: /)
    expect(await sentence('a.zip', packed.subarray(0, -30))).toBe(
      'a.zip cannot be read as a zip archive: its end is missing.',
    )
    expect(await sentence('a.zip', zipOf({ 'folder/': '' }))).toBe('a.zip is empty.')
  })
})
