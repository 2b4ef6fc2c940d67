import { type CellValue, writeXlsx } from 'hucre'

const regions = ['North', 'South', 'East'] as const

/** 90 orders whose amounts add up to 4,005. */
const orders: CellValue[][] = [
  ['Order', 'Region', 'Amount'],
  ...Array.from({ length: 90 }, (_, row) => [`A-${row}`, regions[row % 3] ?? '', row]),
]
const customers: CellValue[][] = [
  ['Customer', 'Country'],
  ['Ada', 'UK'],
  ['Grace', 'US'],
  ['Kurt', 'AT'],
]
const targets: CellValue[][] = [
  ['Region', 'Target'],
  ['North', 10],
  ['South', 20],
]

/** A workbook as people keep them: a cover, three tables, an empty sheet, and the largest table not the first. */
export const sheetsWorkbook = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await writeXlsx({
      sheets: [
        { name: 'Cover', rows: [['Budget of the shop']] },
        { name: 'Customers', rows: customers },
        { name: 'Orders', rows: orders },
        { name: 'Targets', rows: targets },
        { name: 'Empty', rows: [] },
      ],
    }),
  )
