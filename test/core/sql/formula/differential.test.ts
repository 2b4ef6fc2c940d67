import { expect, test } from 'vitest'
import { zoneOf } from '#core/query/calendar/zone.ts'
import type { Table } from '#core/table/table.ts'
import { seededRandom } from '../../../support/random.ts'
import { computed, differenceOf, judged, statementOf, typed } from './compare.ts'
import { formulaTable } from './formula-table.ts'
import { asJudged, duckdbJudge, type Running, sqliteJudge } from './judges.ts'
import { randomFormula } from './random-formula.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_125)
const rounds = Number(process.env['EDGEWISE_FUZZ'] ?? 150)
const zones = ['UTC', 'UTC', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

/** Longer ones, made of zones within zones, only take a database's time. */
const longest = 40_000

const judges: Readonly<Record<string, (table: Table) => Promise<Running>>> = {
  'native DuckDB': duckdbJudge,
  SQLite: sqliteJudge,
}

test.each(Object.entries(judges))(
  `[F10]–[F26] random formulas give in %s what the engine computes (seed ${seed})`,
  async (name, start) => {
    const random = seededRandom(seed)
    for (let round = 0; round < rounds;) {
      const table = formulaTable(random, 40, { onlyAscii: name === 'SQLite' })
      const running = await start(table)
      for (const end = Math.min(rounds, round + 75); round < end; round++) {
        const formula = typed(asJudged(randomFormula(random), running))
        const zone = zoneOf(random.pick(zones))
        if (statementOf([formula], running, zone).text.length > longest) continue
        const [ours = []] = computed([formula], table, zone)
        const [theirs = []] = await judged([formula], running, zone)
        const difference = differenceOf(ours, theirs)
        expect.soft(difference, `${formula.formula} in ${zone.name}, round ${round}`).toBeNull()
      }
      running.close()
    }
  },
  120_000,
)
