import { formatCell } from '../format/format-cell.ts'
import type { Cell } from '../table/table.ts'
import type { SceneColumn } from './scenes.ts'

/** A cell as its column is written. */
export const writeCell = (
  cell: Cell,
  { format, type, grain, part }: Pick<SceneColumn, 'format' | 'type' | 'grain' | 'part'>,
): string => formatCell(cell, format, { type, ...(grain ? { grain } : {}), ...(part ? { part } : {}) })
