import { describe, expect, test } from 'vitest'
import type { ReadOptions } from '#core/ingest/reader.ts'
import { readAny } from '../../support/read-workbook.ts'
import { sqliteFile } from '../../support/sqlite-file.ts'
import { fileOf, type ReadTable } from '../../support/table-files.ts'

async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadTable> {
  const table = await readAny(fileOf('a.db', bytes), options)
  if ('code' in table) throw new Error(table.message)
  return table
}

const numbers = (most: number): string =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${most})`

describe('SQLite', () => {
  test.each(['UTF-8', 'UTF-16le', 'UTF-16be'])(
    '[Q1, Q2] values of every kind in a database of %s',
    async (encoding) => {
      const { bytes } = sqliteFile(`PRAGMA encoding = '${encoding}';
      CREATE TABLE "odd ""name""" (id INTEGER PRIMARY KEY, [two words] TEXT, price REAL, big INT, raw BLOB, 'late' DEFAULT 'x');
      INSERT INTO "odd ""name""" VALUES (7, 'Zoë 😀', 1.5, 9007199254740993, x'00FF', NULL), (9, NULL, -2, -40000, x'4142', 'y');`)
      const { rows, types, report } = await read(bytes)
      expect(types).toEqual({
        id: 'integer',
        'two words': 'text',
        price: 'decimal',
        big: 'text',
        raw: 'text',
        late: 'text',
      })
      expect(rows).toEqual([
        { id: 7, 'two words': 'Zoë 😀', price: 1.5, big: '9007199254740993', raw: '00ff', late: null },
        { id: 9, 'two words': null, price: -2, big: '-40000', raw: 'AB', late: 'y' },
      ])
      expect(report).toMatchObject({ encoding: encoding.toUpperCase(), part: 'odd "name"' })
    },
  )

  test.each([512, 4096, 65_536])('[Q1] many rows and long texts, in pages of %i bytes', async (pageSize) => {
    const statements = `PRAGMA page_size = ${pageSize};
      CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT);
      ${numbers(6000)} INSERT INTO t SELECT i, hex(zeroblob(CASE WHEN i % 500 = 0 THEN 60000 ELSE i % 40 END)) || i FROM n;
      DELETE FROM t WHERE id % 7 = 0;`
    const { bytes, rows } = sqliteFile(statements, 'SELECT id, word FROM t ORDER BY id')
    const table = await read(bytes)
    // Texts of digits alone with zeros before them stay text.
    expect(table.types['word']).toBe('text')
    expect(table.rows).toEqual(rows)
  })

  test('[Q1] tables without row numbers, whose key stands first in storage', async () => {
    const { bytes, rows } = sqliteFile(
      `CREATE TABLE t (a TEXT, b INT, c TEXT, PRIMARY KEY (c, a)) WITHOUT ROWID;
      ${numbers(3000)} INSERT INTO t SELECT 'a' || i, i, 'c' || (i * 7919 % 3000) || hex(zeroblob(i % 50)) FROM n;`,
      'SELECT a, b, c FROM t ORDER BY c, a',
    )
    expect((await read(bytes)).rows).toEqual(rows)
  })

  test('[Q1] columns that were added later, and computed ones', async () => {
    const { bytes } = sqliteFile(`CREATE TABLE t (a INT, twice AS (a * 2), thrice INT AS (a * 3) STORED);
      INSERT INTO t (a) VALUES (1); ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'none yet'; INSERT INTO t (a, b) VALUES (2, 'two');`)
    const { rows, report } = await read(bytes)
    expect(rows).toEqual([
      { a: 1, twice: null, thrice: 3, b: 'none yet' },
      { a: 2, twice: null, thrice: 6, b: 'two' },
    ])
    expect(report.notes.join(' ')).toContain('“twice”')
  })

  test('[Q3] of several tables the longest is read; others can be chosen; views are named', async () => {
    const { bytes } = sqliteFile(`CREATE TABLE few (a INT); INSERT INTO few VALUES (1);
      CREATE TABLE many (b INT); INSERT INTO many VALUES (2), (3); CREATE VIEW seen AS SELECT * FROM few;
      CREATE TABLE empty (c INT); CREATE INDEX i ON many (b);`)
    const { rows, report } = await read(bytes)
    expect(rows).toEqual([{ b: 2 }, { b: 3 }])
    expect(report.parts).toEqual([
      { name: 'few', rows: 1 },
      { name: 'many', rows: 2 },
      { name: 'empty', rows: 0 },
    ])
    expect(report.notes.join(' ')).toContain('“seen”')
    for (const sheet of ['FEW', 0]) expect((await read(bytes, { choices: { sheet } })).rows).toEqual([{ a: 1 }])
    const missing = await readAny(fileOf('a.db', bytes), { choices: { sheet: 'none' } })
    expect(missing).toMatchObject({ code: 'file/no-sheet' })
    expect(await readAny(fileOf('a.db', bytes), { choices: { sheet: 'empty' } })).toMatchObject({
      code: 'file/no-rows',
    })
  })

  test('[Q4] what is cut short is refused with a sentence', async () => {
    const { bytes } = sqliteFile(`CREATE TABLE t (a TEXT); ${numbers(3000)} INSERT INTO t SELECT 'word ' || i FROM n;`)
    const cut = await readAny(fileOf('a.db', bytes.subarray(0, bytes.length - 9000)))
    expect('message' in cut && cut.message).toMatch(/^a\.db cannot be read as a SQLite database: /)
  })
})
