// hucre writes workbooks in a browser and in a Worker, without another library; it is fetched with the first export.
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { recordsOf } from '#core/explore/records.ts'
import type { Sheet, SheetColumn } from '#core/explore/sheet.ts'
import { isMoment } from '#core/query/type-rules.ts'
import type { Cell } from '#core/table/table.ts'

/** A moment as a workbook has it; all else as it is. */
function cellFor(cell: Cell, column: SheetColumn | undefined): CellValue {
  if (typeof cell !== 'string' || !column || !isMoment(column.type)) return cell
  const moment = new Date(cell)
  return Number.isNaN(moment.getTime()) ? cell : moment
}

function formatFor({ type, format }: SheetColumn): { readonly numFmt?: string } {
  if (type === 'date') return { numFmt: 'yyyy-mm-dd' }
  if (type === 'timestamp') return { numFmt: 'yyyy-mm-dd hh:mm:ss' }
  return format === 'percent' ? { numFmt: '0.0%' } : {}
}

/** A sheet as an Excel workbook of one sheet: its head stays in sight, dates and percents are what they are. */
export async function xlsxOfSheet(sheet: Sheet, name: string): Promise<Uint8Array> {
  const [heads = [], ...rows] = recordsOf(sheet)
  return writeXlsx({
    sheets: [
      {
        name:
          name
            .replaceAll(/[\\/?*[\]:]/g, ' ')
            .slice(0, 31)
            .trim() || 'Sheet',
        columns: sheet.columns.map(formatFor),
        rows: [[...heads], ...rows.map((row) => row.map((cell, at) => cellFor(cell, sheet.columns[at])))],
        freezePane: { rows: 1 },
      },
    ],
  })
}
