import type { ReadChoices } from '../choices.ts'
import type { Parts } from './aside-lines.ts'
import { findTables, footerLine } from './find-tables.ts'
import type { Bounds } from './layout.ts'
import type { Outline } from './outline.ts'

/** Where the table to read stands in its file, by the outline of all of it. */
export function boundsOf(outline: Outline, choices: ReadChoices): Bounds {
  const { tables, chosen, table } = findTables(outline, choices.table)
  const footer = table === null ? null : footerLine(table)
  const nextLine = table?.nextLine ?? Number.POSITIVE_INFINITY
  const isFirst = chosen === 0
  const parts: Parts = [
    { line: 1, part: isFirst ? ('skipped' as const) : ('other table' as const) },
    ...(table?.titles ?? []).slice(0, 1).map(({ line }) => ({ line, part: 'skipped' as const })),
    ...(footer === null ? [] : [{ line: footer, part: 'footer' as const }]),
    ...(Number.isFinite(nextLine) ? [{ line: nextLine, part: 'other table' as const }] : []),
  ]
  const endLine = Math.min(footer ?? Number.POSITIVE_INFINITY, nextLine)
  const repeated = isFirst ? outline.repeated.filter((line) => line < endLine) : []
  return { endLine, parts, repeated: new Set(repeated), table: chosen, tables }
}
