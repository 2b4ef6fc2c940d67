import { describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { loadPath } from '../../support/load-text.ts'
import { readAny } from '../../support/read-workbook.ts'
import { hasShared, sharedFile, sharedPath } from '../../support/shared.ts'
import type { ReadTable } from '../../support/table-files.ts'

const folder = '../cases/reading'

async function read(name: string): Promise<ReadTable> {
  const table = await readAny(sharedFile(`${folder}/${name}`))
  if ('code' in table) throw new Error(table.message)
  return table
}

const sumBy = ({ rows }: ReadTable, column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0)

const groups = ['Region', '2022 Units', '2022 Revenue', '2023 Units', '2023 Revenue']

describe.skipIf(!hasShared(folder))('files of which tools once lost something', () => {
  test.each(['group-headers.csv', 'group-headers.xlsx'])(
    '[R7] %s: a year belongs to each of its columns',
    async (name) => {
      expect((await read(name)).fields.map((field) => field.name)).toEqual(groups)
    },
  )

  test('[X2] merged labels count for every row, totals for none', async () => {
    const pay = await read('merged-rows.xlsx')
    const ops = pay.rows.filter(({ Dept }) => Dept === 'Ops')
    expect([ops.reduce((sum, { Pay }) => sum + Number(Pay), 0), sumBy(pay, 'Pay')]).toEqual([60, 150])
    expect(sumBy(await read('total-row.xlsx'), 'Units')).toBe(60)
    expect(sumBy(await read('company-called-total.csv'), 'Price')).toBe(82)
  })

  test('[R1, R4, R7] no cell is lost or cut in two', async () => {
    expect(Object.values((await read('wider-than-header.csv')).rows[1] ?? {})).toEqual(['a', 'b'])
    expect((await read('aligned-by-spaces.txt')).rows[1]).toEqual({ name: 'Bob', age: 25, city: 'New York' })
    expect((await read('metric-rows.csv')).rows).toHaveLength(4)
    const metrics = await loadPath(sharedPath(`${folder}/metric-rows.csv`))
    expect(metrics?.profile.ingest.periods).toMatchObject({ period: 'Month', columns: { length: 3 } })
  })

  test('a tie and an empty column are told', async () => {
    const told = async (name: string, question: string): Promise<string> => {
      const loaded = await loadPath(sharedPath(`${folder}/${name}`))
      const answer = loaded && (await askSource(question, { model: loaded.model, source: loaded.source }))
      return answer?.status === 'answer' ? answer.text : ''
    }
    expect(await told('tie.csv', 'which g has the highest v')).toBe('a and b share the highest v: 10.')
    expect(await told('empty-column.csv', 'total score')).toMatch(/^Score has no values/)
  })

  test('[T2, P2] no digit is lost unsaid', async () => {
    expect((await read('codes-like-numbers.csv')).types).toMatchObject({ hash: 'text', version: 'text' })
    const { rows, report } = await read('decimals.parquet')
    expect(rows[0]?.['dec30']).toBe('12345678901234567890.1234')
    expect(report.notes.filter((note) => note.includes('finer than a millisecond'))).toHaveLength(2)
    expect((await read('empty-column.csv')).report.notes).toContain('“score”, “note”, “when”: no row has a value.')
  })
})
