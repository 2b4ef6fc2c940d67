import { describe, expect, test } from 'vitest'
import { customs, writeAs } from '../../support/own-files/foreign-csv.ts'
import { ownFiles } from '../../support/own-files/registry.ts'
import { seededRandom } from '../../support/random.ts'
import { readText } from '../../support/table-files.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)
/** Not staff: round salaries such as 71.500 may be decimals too, and T3 takes them so. */
const names = ['sales', 'movies'] as const

describe.each(customs)(`[R1, R4, R9, T3, T5] a $says file, EDGEWISE_SEED=${seed}`, (custom) => {
  test.each(names)('of %s holds the values that were written', async (name) => {
    const random = seededRandom(seed)
    for (let round = 0; round < 4; round++) {
      const table = ownFiles[name](random)
      const { rows } = await readText(writeAs(table, custom, random))
      expect(rows.map((row) => Object.values(row))).toEqual(table.rows)
      expect(Object.keys(rows[0] ?? {})).toEqual(table.header)
    }
  })
})
