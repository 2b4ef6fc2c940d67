import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { ReadOptions } from '#core/ingest/reader.ts'
import { titleOf } from '#core/ingest/title-of-file.ts'
import { readWith } from '../../support/read-workbook.ts'
import { sheetsWorkbook } from '../../support/sheets-workbook.ts'
import { fileOf, type ReadTable } from '../../support/table-files.ts'

async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadTable> {
  const table = await readWith('excel', fileOf('budget.xlsx', bytes), options)
  if ('code' in table) throw new Error(table.message)
  return table
}

describe('a workbook of several sheets', () => {
  test('[X1] is read from the first sheet that has half as many cells as the largest; each is outlined', async () => {
    const { report, rows } = await read(await sheetsWorkbook())
    expect(rows).toHaveLength(90)
    expect(report.part).toBe('Orders')
    expect(report.parts).toEqual([
      { name: 'Cover', rows: 0, columns: 1, head: [['Budget of the shop']] },
      {
        name: 'Customers',
        rows: 3,
        columns: 2,
        head: [['Customer', 'Country'], ['Ada', 'UK'], ['Grace', 'US'], ['Kurt', 'AT']], // prettier-ignore
      },
      {
        name: 'Orders',
        rows: 90,
        columns: 3,
        head: [['Order', 'Region', 'Amount'], ['A-0', 'North', '0'], ['A-1', 'South', '1'], ['A-2', 'East', '2']], // prettier-ignore
        isDefault: true,
      },
      {
        name: 'Targets',
        rows: 2,
        columns: 2,
        head: [
          ['Region', 'Target'],
          ['North', '10'],
          ['South', '20'],
        ],
      },
      { name: 'Empty', rows: 0, columns: 0, head: [] },
    ])
  })

  test('[X1] is read from the sheet that was asked for; which one it would have been stays said', async () => {
    const { report, rows } = await read(await sheetsWorkbook(), { choices: { sheet: 'Targets' } })
    expect(rows).toEqual([{ Region: 'North', Target: 10 }, { Region: 'South', Target: 20 }]) // prettier-ignore
    expect(report.part).toBe('Targets')
    expect(report.parts?.find(({ isDefault }) => isDefault)?.name).toBe('Orders')
  })

  test('[X1] of like size is read from the first; counting ends at 20,000 rows', async () => {
    const few = Array.from({ length: 15_000 }, (_, row) => [row, row])
    const many = Array.from({ length: 24_000 }, (_, row) => [row, row])
    const sheets = [{ name: 'few', rows: [['a', 'b'], ...few] }, { name: 'many', rows: [['a', 'b'], ...many] }] // prettier-ignore
    const { report } = await read(new Uint8Array(await writeXlsx({ sheets })))
    expect(report.part).toBe('few')
    const other = report.parts?.find(({ name }) => name === 'many')
    expect(other?.hasMoreRows).toBe(true)
    expect(other?.rows).toBeGreaterThanOrEqual(19_999)
  })

  test('[X1] a dataset of one chosen sheet bears its name', () => {
    expect(titleOf('budget_2024.xlsx', { sheet: 'Customers' })).toBe('Customers (Budget 2024)')
    expect(titleOf('budget_2024.xlsx', {})).toBe('Budget 2024')
  })
})
