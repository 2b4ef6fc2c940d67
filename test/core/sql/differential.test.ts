import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomData } from '../../eval/differential/data.ts'
import { runRound } from '../../eval/differential/round.ts'
import type { Database } from '../../support/databases/database.ts'
import { startDatabases } from '../../support/databases/registry.ts'
import { seededRandom } from '../../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_125)
const queries = Number(process.env['EDGEWISE_FUZZ'] ?? 60)

let databases: readonly Database[] = []
beforeAll(async () => {
  databases = await startDatabases((line) => void process.stdout.write(`${line}\n`))
}, 60_000)
afterAll(() => Promise.all(databases.map(({ close }) => close())))

describe(`[E1, L5, L6, L7, L8] every engine gives the same answer to random queries (seed ${seed})`, () => {
  test.each([0, 1, 40, 150, 400])(
    'over %i rows',
    async (rows) => {
      const random = seededRandom(seed + rows)
      expect(await runRound(databases, randomData(random, rows), { random, queries })).toEqual([])
    },
    120_000,
  )
})
