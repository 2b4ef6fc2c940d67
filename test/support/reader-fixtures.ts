import { gzipSync } from 'node:zlib'
import { Float64, Int32, Table, Utf8, vectorFromArray } from 'apache-arrow'
import { writeOds, writeXlsx } from 'hucre'
import type { ReaderId } from '#core/ingest/registry.ts'
import { arrowFile } from './arrow-file.ts'
import { copied } from './duckdb-files.ts'
import { sqliteFile } from './sqlite-file.ts'
import { zipOf } from './zip-of.ts'

/** One row of the table that every fixture holds. */
export type FixtureRow = { readonly id: number; readonly city: string; readonly price: number | null }

const cities = ['Zürich', 'Oslo, north', 'São "Paulo"', '東京', 'Rome'] as const

export const fixtureRows = (count: number): FixtureRow[] =>
  Array.from({ length: count }, (_, id) => ({
    id,
    city: cities[id % cities.length] ?? '',
    price: id % 7 === 3 ? null : id / 4 + 0.25,
  }))

const queryOf = (count: number): string => `SELECT id::INT AS id,
  (['Zürich', 'Oslo, north', 'São "Paulo"', '東京', 'Rome'])[id % 5 + 1] AS city,
  CASE WHEN id % 7 = 3 THEN NULL ELSE id / 4 + 0.25 END::DOUBLE AS price FROM range(${count}) rows(id)`

function arrowBytes(count: number): Uint8Array {
  const rows = fixtureRows(count)
  const table = new Table({
    id: vectorFromArray(
      rows.map(({ id }) => id),
      new Int32(),
    ),
    city: vectorFromArray(
      rows.map(({ city }) => city),
      new Utf8(),
    ),
    price: vectorFromArray(
      rows.map(({ price }) => price),
      new Float64(),
    ),
  })
  return arrowFile(table, { isStream: false, packing: 'none' }, 3)
}

function sqliteBytes(count: number): Uint8Array {
  const values = fixtureRows(count).map(({ id, city, price }) => `(${id}, '${city}', ${price ?? 'NULL'})`)
  return sqliteFile(`CREATE TABLE t (id INTEGER PRIMARY KEY, city TEXT, price REAL);
    INSERT INTO t VALUES ${values.join(', ')};`).bytes
}

const bookOf = (count: number) => {
  const rows = fixtureRows(count).map(({ id, city, price }) => [id, city, price])
  return { sheets: [{ name: 'Sheet', rows: [['id', 'city', 'price'], ...rows] }] }
}

const csvBytes = (count: number): Promise<Uint8Array> => copied(queryOf(count), 'FORMAT csv, HEADER')

type Fixture = { readonly name: string; readonly bytes: (rows: number) => Promise<Uint8Array> | Uint8Array }

/** For every reader, the same table as a tool of that kind writes it. */
export const fixtures: Readonly<Record<ReaderId, Fixture>> = {
  csv: { name: 'a.csv', bytes: csvBytes },
  json: { name: 'a.json', bytes: (count) => new TextEncoder().encode(JSON.stringify(fixtureRows(count))) },
  ods: { name: 'a.ods', bytes: (count) => writeOds(bookOf(count)) },
  excel: { name: 'a.xlsx', bytes: (count) => writeXlsx(bookOf(count)) },
  parquet: { name: 'a.parquet', bytes: (count) => copied(queryOf(count), 'FORMAT parquet, ROW_GROUP_SIZE 2048') },
  arrow: { name: 'a.arrow', bytes: arrowBytes },
  sqlite: { name: 'a.sqlite', bytes: sqliteBytes },
  gzip: { name: 'a.csv.gz', bytes: async (count) => gzipSync(await csvBytes(count)) },
  zip: { name: 'a.zip', bytes: async (count) => zipOf({ 'a.csv': { bytes: await csvBytes(count) } }) },
}

/** A fixture as a program without a file system can be handed it. */
export type EncodedFixture = { readonly name: string; readonly base64: string }

export function encodedFixtures(rows: number): Promise<EncodedFixture[]> {
  const encode = async ({ name, bytes }: Fixture): Promise<EncodedFixture> => ({
    name,
    base64: Buffer.from(await bytes(rows)).toString('base64'),
  })
  return Promise.all(Object.values(fixtures).map(encode))
}
