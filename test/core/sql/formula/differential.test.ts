import { expect, test } from 'vitest'
import { zoneOf } from '#core/query/calendar/zone.ts'
import type { Database } from '../../../support/databases/database.ts'
import { startDuckDb } from '../../../support/databases/duckdb.ts'
import { startMariaDb } from '../../../support/databases/mariadb.ts'
import { startPostgres } from '../../../support/databases/postgres.ts'
import { startSqlite } from '../../../support/databases/sqlite.ts'
import { seededRandom } from '../../../support/random.ts'
import { computed, differenceOf, type Judge, judged, statementOf, typed } from './compare.ts'
import { formulaTable } from './formula-table.ts'
import { randomFormula } from './random-formula.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_125)
const rounds = Number(process.env['EDGEWISE_FUZZ'] ?? 120)
const zones = ['UTC', 'UTC', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

/** Longer ones, made of zones within zones, only take a database's time. */
const longest = 40_000

const starts: Readonly<Record<string, () => Promise<Database | null>>> = {
  'native DuckDB': startDuckDb,
  SQLite: startSqlite,
  PostgreSQL: startPostgres,
  MariaDB: startMariaDb,
}

/** What is known to differ, and told in the rules: SQLite knows the case of A to Z alone. */
const asWritten = (formula: string, { dialect }: Database): string =>
  dialect.text.lowersOnlyAscii ? formula.replaceAll('ë', 'e').replaceAll('é', 'e') : formula

/** As [F11] says, some databases refuse to overflow. */
const refusesOverflow = (error: unknown): boolean => error instanceof Error && /out of range/.test(error.message)

async function difference(text: string, table: ReturnType<typeof formulaTable>, { judge, zone }: Asked) {
  const formula = typed(asWritten(text, judge.database))
  if (statementOf([formula], judge, zone).text.length > longest) return null
  const [ours = []] = computed([formula], table, zone)
  try {
    const [theirs = []] = await judged([formula], judge, zone)
    return differenceOf(ours, theirs)
  } catch (error) {
    if (refusesOverflow(error)) return null
    throw new Error(`${text} in ${zone.name}`, { cause: error })
  }
}
type Asked = { readonly judge: Judge; readonly zone: ReturnType<typeof zoneOf> }

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
          .soft(await difference(formula, table, { judge, zone }), `${formula} in ${zone.name}, round ${round}`)
          .toBeNull()
      }
    }
    await database.close()
  },
  120_000,
)
