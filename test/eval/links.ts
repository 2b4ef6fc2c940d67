import { attack } from '../support/attacker/attack.ts'

/**
 * Attacks links for as many tiles as asked, over five tables about persons: `node test/eval/links.ts 10000 1`. Each round
 * publishes random tiles by two links and again over a new version, and puts all they tell together.
 */
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const [wanted = 10_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
const total = { rounds: 0, tiles: 0, refused: 0, groups: 0, withheld: 0, breaches: 0 }
say(`seed ${seed}`)
for (let round = seed; total.tiles < wanted; round++) {
  const { breaches, ...counts } = await attack(round, 4 + (round % 7))
  total.rounds += 1
  total.breaches += breaches.length
  for (const key of ['tiles', 'refused', 'groups', 'withheld'] as const) total[key] += counts[key]
  for (const breach of breaches) say(`seed ${round}: ${breach}`)
  if (total.rounds % 50 === 0) say(JSON.stringify(total))
}
say(JSON.stringify(total))
process.exitCode = total.breaches > 0 ? 1 : 0
