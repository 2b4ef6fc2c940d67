import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../support/random.ts'
import { readText } from '../../support/table-files.ts'

describe('no cell of a text file is lost', () => {
  test('[R4] cells beyond the header stand in a column of their own', async () => {
    const { fields, rows, report } = await readText('c0\nv0\na;b\n')
    expect(fields.map(({ name, type }) => `${name}: ${type}`)).toEqual(['c0: text', 'Column 2: text'])
    expect(rows.map((row) => Object.values(row).map(String))).toEqual([
      ['v0', 'null'],
      ['a', 'b'],
    ])
    expect(report.notes).toContain('1 row has cells beyond the last column; they stand in “Column 2”.')
  })

  test('[R4] several are joined by the delimiter, under a name that no column has', async () => {
    const { rows } = await readText('a,Column 3\n1,2\n3,4,x,,"y, z",\n5,6\n')
    expect(rows.map((row) => row['Column 3 2'] ?? row['Column 4'] ?? null)).toEqual([null, 'x,,y, z', null])
  })

  const seed = 20_261_130
  test(`[R4] every cell of wider lines is in the table (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    for (let turn = 0; turn < 200; turn++) {
      const width = 1 + random.below(5)
      const delimiter = random.pick([',', ';', '\t', '|'])
      const wide = new Set([random.below(12), random.below(12)])
      const lines = Array.from({ length: 12 }, (_, row) => {
        const cells = Array.from(
          { length: wide.has(row) ? width + 1 + random.below(3) : width },
          () => `w${random.below(1e6)}`,
        )
        return cells
      })
      const header = Array.from({ length: width }, (_, place) => `name${place}`)
      const text = [header, ...lines].map((cells) => cells.join(delimiter)).join('\n')
      const { rows } = await readText(`${text}\n`, { choices: { delimiter } })
      const read = rows.map((row) =>
        Object.values(row)
          .filter((cell) => cell !== null)
          .join(delimiter),
      )
      expect({ turn, read }).toEqual({ turn, read: lines.map((cells) => cells.join(delimiter)) })
    }
  })
})
