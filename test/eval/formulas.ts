import type { Database } from '../support/databases/database.ts'
import { startDatabases } from '../support/databases/registry.ts'
import { seededRandom } from '../support/random.ts'
import { formulaDifference } from '../core/sql/formula/difference.ts'
import { formulaTable } from '../core/sql/formula/formula-table.ts'
import { nearZone } from '../core/sql/formula/near-zone.ts'
import { randomFormula } from '../core/sql/formula/random-formula.ts'

/**
 * Random formulas, computed by every database that is installed and by the engine: `node test/eval/formulas.ts
 * [formulas] [seed] [skipped]`. The first ones can be skipped, to come back to a mismatch. Ends with 1 where two disagree.
 */
const [wanted = '10000', chosen = '20261125', passed = '0'] = process.argv.slice(2)
const [count, seed, skipped] = [Number(wanted), Number(chosen), Number(passed)]
const formulasPerTable = 50
const zones = ['UTC', 'UTC', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What a database computes otherwise than the engine of some formulas over one table, from a number of theirs on. */
async function mismatchesOf(database: Database, from: number): Promise<string[]> {
  const random = seededRandom(seed + from * 7919)
  const table = formulaTable(random, 40, { onlyAscii: database.dialect.text.lowersOnlyAscii })
  const judge = { database, table: await database.load('t', table) }
  const mismatches: string[] = []
  for (let at = from; at < Math.min(count, from + formulasPerTable); at++) {
    const [formula, zone] = [randomFormula(random), nearZone(random.pick(zones))]
    const found = await formulaDifference(formula, table, { judge, zone })
    if (found !== null) mismatches.push(`${database.title}, formula ${at} in ${zone.name}: ${found}\n${formula}`)
  }
  return mismatches
}

const databases = await startDatabases(say)
say(`${count} formulas, seed ${seed}: ${databases.map(({ title }) => title).join(', ')}, core/engine`)
let wrong = 0
try {
  for (let asked = skipped; asked < count; asked += formulasPerTable) {
    const mismatches: string[] = []
    for (const database of databases) mismatches.push(...(await mismatchesOf(database, asked)))
    for (const one of mismatches.slice(0, Math.max(0, 20 - wrong))) say(`\n${one}`)
    wrong += mismatches.length
    if (asked % 500 === 0) say(`${asked + formulasPerTable} formulas, ${wrong} mismatches`)
  }
} finally {
  await Promise.all(databases.map(({ close }) => close()))
}
say(`${count} formulas, ${wrong} mismatches`)
process.exitCode = wrong === 0 ? 0 : 1
