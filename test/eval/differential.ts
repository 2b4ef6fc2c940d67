import { globSync } from 'node:fs'
import { startDatabases } from '../support/databases/registry.ts'
import { seededRandom } from '../support/random.ts'
import { fileData, randomData } from './differential/data.ts'
import { type Mismatch, runRound } from './differential/round.ts'

/**
 * Random Queries of every kind, asked of every engine that is installed: `node test/eval/differential.ts [queries]
 * [seed] [folder] [skipped]`. Over random tables, or over the CSV files of a folder (`-` for none); the first tables
 * can be skipped, to come back to a mismatch. Ends with 1 where two engines disagree.
 */
const [wanted = '10000', chosen = '20261125', named = '-', passed = '0'] = process.argv.slice(2)
const [count, seed, skipped] = [Number(wanted), Number(chosen), Number(passed)]
const folder = named === '-' ? undefined : named
const files = folder === undefined ? [] : globSync('**/*.csv', { cwd: folder }).toSorted()
const sizes = [0, 1, 40, 150, 400, 1_500]
const queriesPerTable = folder === undefined ? 50 : 20

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const tell = (where: string, { engine, what, query, text }: Mismatch): void =>
  say(`\n${engine}, ${where}: ${what}\n${JSON.stringify(query)}\n${text}`)

const databases = await startDatabases(say)
say(`${count} queries, seed ${seed}: ${[...databases.map(({ title }) => title), 'core/engine'].join(', ')}`)
let [asked, wrong] = [0, 0]
try {
  for (let turn = skipped; asked < count; turn++) {
    const random = seededRandom(seed + turn * 7919)
    const file = files[turn % files.length]
    const rows = sizes[turn % sizes.length] ?? 0
    const data = file === undefined ? randomData(random, rows) : await fileData(`${folder}/${file}`, random)
    if (data === null) continue
    const queries = Math.min(queriesPerTable, count - asked)
    const mismatches = await runRound(databases, data, { random, queries })
    for (const one of mismatches.slice(0, Math.max(0, 10 - wrong))) tell(file ?? `${rows} rows`, one)
    wrong += mismatches.length
    asked += queries
    if (turn % 10 === 9) say(`${asked} queries, ${wrong} mismatches`)
  }
} finally {
  await Promise.all(databases.map(({ close }) => close()))
}
say(`${asked} queries, ${wrong} mismatches`)
process.exitCode = wrong === 0 ? 0 : 1
