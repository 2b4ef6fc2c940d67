import { expect, test } from 'vitest'
import { attack } from '../../support/attacker/attack.ts'

/** Printed where it fails, so that it can be run again: `node test/eval/links.ts 1 <seed>`. */
const seed = 20_261_130

test('[D1][D2][D3][D4][D5][D6][D8] no random tiles, links and versions tell of fewer than five rows or persons', async () => {
  for (let round = 0; round < 6; round++) {
    const { breaches, groups } = await attack(seed + round, 6, 3)
    expect(breaches, `seed ${seed + round}`).toEqual([])
    expect(groups, `seed ${seed + round}`).toBeGreaterThan(0)
  }
})
