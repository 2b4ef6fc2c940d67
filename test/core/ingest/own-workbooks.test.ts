import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { ownWorkbook, type OwnWorkbook, type WorkbookLook } from '../../support/own-files/workbook.ts'
import { seededRandom } from '../../support/random.ts'
import { readWith } from '../../support/read-workbook.ts'
import { fileOf, type ReadTable } from '../../support/table-files.ts'
import type { ReadOptions } from '#core/ingest/reader.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)
const both = [false, true] as const
const looks: readonly WorkbookLook[] = (['1900', '1904'] as const).flatMap((dateSystem) =>
  both.flatMap((hasTitle) =>
    both.flatMap((hasGroups) => both.map((hasTotals) => ({ dateSystem, hasTitle, hasGroups, hasTotals }))),
  ),
)

async function read({ book }: OwnWorkbook, options: ReadOptions): Promise<ReadTable> {
  const table = await readWith('excel', fileOf('bookings.xlsx', await writeXlsx(book)), options)
  if ('message' in table) throw new Error(table.message)
  return table
}

test.each(looks)(`[X6] every cell of a dressed sheet is as Excel shows it: %o, EDGEWISE_SEED=${seed}`, async (look) => {
  const random = seededRandom(seed)
  for (let round = 0; round < 3; round++) {
    const made = ownWorkbook(random, look)
    const { rows } = await read(made, { raw: true })
    expect(rows.map((row) => Object.values(row).map((cell) => String(cell ?? '')))).toEqual(made.shown)
  }
})

test.each(looks.filter(({ hasTotals }) => !hasTotals))(
  `[X2, X3, X4] its table has its types and values: %o, EDGEWISE_SEED=${seed}`,
  async (look) => {
    const random = seededRandom(seed)
    for (let round = 0; round < 3; round++) {
      const made = ownWorkbook(random, look)
      const begins = look.hasGroups ? { choices: { skippedLines: look.hasTitle ? 2 : 1, headerRows: 1 } } : {}
      const { types, rows } = await read(made, begins)
      expect(types).toEqual(made.types)
      expect(rows).toEqual(made.rows)
    }
  },
)
