import { expect, test } from 'vitest'
import { utc, zoneOf } from '#core/query/calendar/zone.ts'
import type { Database } from '../../../support/databases/database.ts'
import { startDuckDb } from '../../../support/databases/duckdb.ts'
import { startDuckDbWasm } from '../../../support/databases/duckdb-wasm.ts'
import { startMariaDb } from '../../../support/databases/mariadb.ts'
import { startPostgres } from '../../../support/databases/postgres.ts'
import { startSqlite } from '../../../support/databases/sqlite.ts'
import { seededRandom } from '../../../support/random.ts'
import { formulaDifference } from './difference.ts'
import { formulaTable } from './formula-table.ts'
import { randomFormula } from './random-formula.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_125)
const rounds = Number(process.env['EDGEWISE_FUZZ'] ?? 120)
const zones = ['UTC', 'UTC', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

const starts: Readonly<Record<string, () => Promise<Database | null>>> = {
  'native DuckDB': startDuckDb,
  'DuckDB-WASM': startDuckDbWasm,
  SQLite: startSqlite,
  PostgreSQL: startPostgres,
  MariaDB: startMariaDb,
}

/** What databases work out before its turn, or take for something else than null. */
const particular = [
  "split_part([code], '-', 2)",
  "coalesce(date('2024-02-29'), date(trim(coalesce('it''s', [code]))))",
  "greatest(date(trim([code])), date(trim('12.5')))",
  "date_diff('month', [day], date(trim('0000-01-01')))",
  "number(trim('12.5x')) + [amount]",
  'week(make_date(2024, 2, 0)) + [quantity]',
  'exp([amount])',
  '10 ^ [amount]',
]

test.each(Object.entries(starts))(
  '[F11]–[F21] particular formulas give in %s what the engine computes',
  async (title, start) => {
    const database = await start()
    if (database === null) return void expect(title).toMatch(/PostgreSQL|MariaDB/)
    const table = formulaTable(seededRandom(1), 60, { onlyAscii: database.dialect.text.lowersOnlyAscii })
    const judge = { database, table: await database.load('t', table) }
    for (const formula of particular)
      expect.soft(await formulaDifference(formula, table, { judge, zone: utc }), formula).toBeNull()
    await database.close()
  },
)

test.each(Object.entries(starts))(
  `[F10]–[F26] random formulas give in %s what the engine computes (seed ${seed})`,
  async (title, start) => {
    const database = await start()
    if (database === null) return void expect(title).toMatch(/PostgreSQL|MariaDB/)
    const random = seededRandom(seed)
    for (let round = 0; round < rounds;) {
      const table = formulaTable(random, 40, { onlyAscii: database.dialect.text.lowersOnlyAscii })
      const judge = { database, table: await database.load('t', table) }
      for (const end = Math.min(rounds, round + 60); round < end; round++) {
        const formula = randomFormula(random)
        const zone = zoneOf(random.pick(zones))
        expect
          .soft(await formulaDifference(formula, table, { judge, zone }), `${formula} in ${zone.name}, round ${round}`)
          .toBeNull()
      }
    }
    await database.close()
  },
  120_000,
)
