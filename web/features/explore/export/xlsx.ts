// hucre writes workbooks in browsers and Workers without dependencies; it is loaded with the first export.
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { recordsOf } from '#core/explore/records.ts'
import type { Sheet, SheetColumn } from '#core/explore/sheet.ts'
import { isMoment } from '#core/query/type-rules.ts'
import type { Cell } from '#core/table/table.ts'

/** Converts a moment to a date cell; other values unchanged. */
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

/** Writes a sheet as an Excel workbook with frozen header and number formats. */
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
