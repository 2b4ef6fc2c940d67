import { expect, test } from 'vitest'
import { compareRights } from '../support/rights-fuzz.ts'
import { seededRandom } from '../support/random.ts'

test('random people get of random requests what a reference that filters the raw rows gives', async () => {
  const seed = 20_261_201
  const random = seededRandom(seed)
  for (let round = 0; round < 500; round += 1)
    expect(await compareRights(random), `round ${round} of seed ${seed}`).toBeNull()
})
