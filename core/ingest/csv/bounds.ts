import type { ReadChoices } from '../choices.ts'
import type { Parts } from './aside-lines.ts'
import { findTables, footerLine, type OutlinedTable } from './find-tables.ts'
import { type Bounds, wholeFile } from './layout.ts'
import type { Outline } from './outline.ts'

const never = Number.POSITIVE_INFINITY

/** What the lines are that do not belong to a table; one that begins nowhere is none. */
const partsOf = ({ titles, nextLine }: OutlinedTable, isFirst: boolean, footer: number): Parts =>
  [
    { line: 1, part: isFirst ? ('skipped' as const) : ('other table' as const) },
    { line: titles[0]?.line ?? never, part: 'skipped' as const },
    { line: footer, part: 'footer' as const },
    { line: nextLine, part: 'other table' as const },
  ].filter(({ line }) => line !== never)

/** Where the table to read stands in its file, by the outline of all of it; of a beginning alone, the end is left open. */
export function boundsOf(outline: Outline, choices: ReadChoices, isWhole = true): Bounds {
  const { tables, chosen, table } = findTables(outline, choices.table)
  if (table === null) return wholeFile
  const hasEnd = isWhole || table.nextLine !== never
  const footer = (hasEnd ? footerLine(table) : null) ?? never
  const endLine = Math.min(footer, table.nextLine)
  const isFirst = chosen === 0
  const repeated = isFirst ? outline.repeated.filter((line) => line < endLine) : []
  return { endLine, parts: partsOf(table, isFirst, footer), repeated: new Set(repeated), table: chosen, tables }
}
