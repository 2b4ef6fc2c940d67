import type { ReadChoices } from '../choices.ts'
import type { FoundTable } from '../ingest-report.ts'
import type { Parts } from './aside-lines.ts'
import { findTables, type OutlinedTable } from './find-tables.ts'
import { type PossibleTotal, possibleTotals, remarksLine } from './footer.ts'
import type { Outline } from './outline.ts'

const never = Number.POSITIVE_INFINITY

/** Where in its file a table stands, beside what is no part of it. */
export type Bounds = {
  /** The line from which on nothing belongs to the table; infinite where all does. */
  readonly endLine: number
  /** What the lines before and after the table are. */
  readonly parts: Parts
  /** Lines on which the header stands once more. */
  readonly repeated: ReadonlySet<number>
  /** Which of the file's tables this is. */
  readonly table: number
  readonly tables: readonly FoundTable[]
}

export const wholeFile: Bounds = {
  endLine: never,
  parts: [{ line: 1, part: 'skipped' }],
  repeated: new Set(),
  table: 0,
  tables: [],
}

/** Do all the rows of the table lie within its file, with nothing else? */
export const isWholeFile = ({ table, endLine, repeated }: Bounds): boolean =>
  table === 0 && endLine === never && repeated.size === 0

/** Bounds by the shape of a file, and the last records within them that are totals if their numbers say so. */
export type OutlinedBounds = { readonly bounds: Bounds; readonly possibleTotals: readonly PossibleTotal[] }

/** What the lines are that do not belong to a table; one that begins nowhere is none. */
const partsOf = ({ titles, nextLine }: OutlinedTable, isFirst: boolean, footer: number): Parts =>
  [
    { line: 1, part: isFirst ? ('skipped' as const) : ('other table' as const) },
    { line: titles[0]?.line ?? never, part: 'skipped' as const },
    { line: footer, part: 'footer' as const },
    { line: nextLine, part: 'other table' as const },
  ].filter(({ line }) => line !== never)

/** Where the table to read stands in its file, by the outline of all of it; of a beginning alone, the end is left open. */
export function boundsOf(outline: Outline, choices: ReadChoices, isWhole = true): OutlinedBounds {
  const { tables, chosen, table } = findTables(outline, choices.table)
  if (table === null) return { bounds: wholeFile, possibleTotals: [] }
  const hasEnd = isWhole || table.nextLine !== never
  const footer = (hasEnd ? remarksLine(table) : null) ?? never
  const endLine = Math.min(footer, table.nextLine)
  const isFirst = chosen === 0
  const repeated = new Set(isFirst ? outline.repeated.filter((line) => line < endLine) : [])
  return {
    bounds: { endLine, parts: partsOf(table, isFirst, footer), repeated, table: chosen, tables },
    possibleTotals: hasEnd ? possibleTotals(table) : [],
  }
}

/** The same bounds with a footer that begins at the line of the totals. */
export function endedAt(bounds: Bounds, line: number | null): Bounds {
  if (line === null || line >= bounds.endLine) return bounds
  const before = bounds.parts.filter((part) => part.line < line && part.part !== 'footer')
  const after = bounds.parts.filter((part) => part.line >= line && part.part !== 'footer')
  return { ...bounds, endLine: line, parts: [...before, { line, part: 'footer' }, ...after] }
}
