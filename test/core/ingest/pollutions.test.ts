import { describe, expect, test } from 'vitest'
import { measuresOf, sumOf } from '../../eval/table-scorers.ts'
import { ordersTable, pollutions } from '../../support/pollutions.ts'
import { rawRecords } from '../../support/raw-records.ts'
import { seededRandom } from '../../support/random.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124)
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 6)

const lineCount = (text: string): number => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length

describe(`[R1] [R4] [R9] a table is read whatever was done to its file (FUZZ_SEED=${seed})`, () => {
  test.each(pollutions)('$says', async ({ make, isExact, says }) => {
    const random = seededRandom(seed)
    for (let round = 0; round < rounds; round++) {
      const { text, clean } = make(ordersTable(40 + random.below(40), random), random)
      const { records, report } = await rawRecords(text)
      if (isExact) expect(records, `round ${round}`).toEqual(clean)
      else {
        const score = sumOf(
          measuresOf(
            records,
            clean.map((cells) => [...cells]),
            true,
          ),
        )
        expect(score, `round ${round}\n${text}`).toBeGreaterThan(9.8)
        expect(report.oddRows, `round ${round}`).toBeLessThan(2)
      }
      const { headerRows, aside } = report.found ?? { headerRows: { value: 0 }, aside: { counts: {} } }
      const left = Object.values(aside.counts).reduce((sum, count) => sum + count, 0)
      expect(report.rowsRead + headerRows.value + left, `${says}, round ${round}`).toBe(lineCount(text))
    }
  })
})
