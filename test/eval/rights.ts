import { compareRights } from '../support/rights-fuzz.ts'
import { seededRandom } from '../support/random.ts'

/** `node test/eval/rights.ts 10000 [seed]`: random people and requests against a reference that filters raw rows. */
const [rounds, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? Date.now() % 1_000_000)]
const random = seededRandom(seed)
let differences = 0
for (let round = 0; round < rounds; round += 1) {
  const difference = await compareRights(random)
  if (difference === null) continue
  differences += 1
  if (differences <= 5) process.stdout.write(`round ${round}: ${difference}\n`)
}
process.stdout.write(`${rounds} requests, ${differences} differences, seed ${seed}\n`)
process.exitCode = differences === 0 ? 0 : 1
