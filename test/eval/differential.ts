import { startDatabases } from '../support/databases/registry.ts'
import { runRound } from './differential/round.ts'

/**
 * Random Queries of every kind over random tables, asked of every engine that is installed:
 * `node test/eval/differential.ts [queries] [seed]`. Ends with 1 where two of them disagree.
 */
const [count = 10_000, seed = 20_261_125] = process.argv.slice(2).map(Number)
const sizes = [0, 1, 2, 40, 300, 2_000]
const queriesPerTable = 50

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const databases = await startDatabases(say)
say(`${count} queries, seed ${seed}: ${databases.map(({ title }) => title).join(', ')}`)
let [asked, wrong] = [0, 0]
try {
  for (let turn = 0; asked < count; turn++) {
    const rows = sizes[turn % sizes.length] ?? 0
    const queries = Math.min(queriesPerTable, count - asked)
    const mismatches = await runRound(databases, { seed: seed + turn * 7919, rows, queries })
    for (const { engine, what, query, text } of mismatches.slice(0, Math.max(0, 10 - wrong)))
      say(`\n${engine}, ${rows} rows: ${what}\n${JSON.stringify(query)}\n${text}`)
    wrong += mismatches.length
    asked += queries
    if (turn % 20 === 19) say(`${asked} queries, ${wrong} mismatches`)
  }
} finally {
  await Promise.all(databases.map(({ close }) => close()))
}
say(`${asked} queries, ${wrong} mismatches`)
process.exitCode = wrong === 0 ? 0 : 1
