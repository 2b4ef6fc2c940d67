import type { ChartData } from '../charts/chart.ts'
import type { SceneColumn } from '../charts/scenes.ts'
import { resultColumns, sceneColumn, type ResultColumn } from '../charts/result-columns.ts'
import { type Cell, cellAt, type Table } from '../table/table.ts'

/** One column of a table or a pivot. */
export type SheetColumn = SceneColumn & {
  /** What it is: a group, or something computed. */
  readonly kind: 'group' | 'value'
  /** The result column it comes from. */
  readonly result: string
  /** In a pivot: the values of the dimensions across that it stands under; none in its totals. */
  readonly across: readonly Cell[] | null
  readonly isTotal: boolean
}

/** A result laid out in rows and columns, as a person reads, copies and exports it. */
export type Sheet = {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Cell[])[]
  /** The same columns over all rows: computed, not added. */
  readonly totals: readonly Cell[] | null
  /** The dimensions that stand across, outermost first; none in a table. */
  readonly across: readonly SceneColumn[]
  /** What is not shown, in a sentence. */
  readonly note: string | null
}

/** The column of a sheet for a column of the result. */
export function sheetColumn(column: ResultColumn): SheetColumn {
  const kind = column.part.kind === 'measure' ? 'value' : 'group'
  return { ...sceneColumn(column), kind, result: column.name, across: null, isTotal: false }
}

/** What the one row of totals says of each column. */
function totalsFor(columns: readonly SheetColumn[], all: Table | null): readonly Cell[] | null {
  if (all === null || all.rows === 0) return null
  return columns.map(({ result, kind }) => {
    const found = all.columns.find(({ name }) => name === result)
    return found && kind === 'value' ? cellAt(found, 0) : null
  })
}

/** A result as a table: its columns and rows as they are, and under them its totals. */
export function tableSheet(data: ChartData, all: Table | null): Sheet {
  const columns = resultColumns(data).map(sheetColumn)
  const rows = Array.from({ length: data.table.rows }, (_, row) =>
    data.table.columns.map((column) => cellAt(column, row)),
  )
  return { columns, rows, totals: totalsFor(columns, all), across: [], note: null }
}
