import { attackLimits } from './attacks-limits.ts'
import { soakInWorkerd } from './soak-in-workerd.ts'

/**
 * Random pairs of commands at once, with the rules that must hold after each, then attacks on every limit:
 * `node test/eval/races.ts [pairs] [rounds of attacks] [seed]`. Ends with 1 where a rule was broken or a limit passed.
 */
const [pairs = '10000', rounds = '50', chosen = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
const seed = Number(chosen)

process.stdout.write(`Seed ${seed}: ${pairs} pairs of commands, ${rounds} rounds of attacks.\n`)
const raced = await soakInWorkerd('test/worker/races.test.ts', { seed, rounds: Number(pairs) })
const limited = await attackLimits({ seed, rounds: Number(rounds) })
process.exitCode = raced && limited ? 0 : 1
