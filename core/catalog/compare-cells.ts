import { z } from 'zod'
import type { Profile } from '../profile/profile.ts'
import type { Source } from '../table/source.ts'
import { columnValues, type StoredValue } from '../table/column-values.ts'
import { type Cell, cellAt, type ColumnType } from '../table/table.ts'
import { isSameFamily, matchColumns, type Pair } from './drift/match-columns.ts'

/** Maximum cells of either version. */
const maxCells = 3_000_000
const maxExamples = 50
/** Maximum share of differing cells for rows matched by position; above it they are different rows. */
const maxMoved = 0.5

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
const example = z.object({
  /** The key value, or the row number in the later version, from 1. */
  row: z.union([z.string(), z.number()]),
  column: z.string(),
  type: z.string(),
  before: cell,
  after: cell,
})

/** The differing cells of two versions, or the reason why they cannot be compared. */
export const cellChanges = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('compared'),
    /** The column that matched rows; null if they were matched by position. */
    key: z.string().nullable(),
    rowsAdded: z.number(),
    rowsRemoved: z.number(),
    cells: z.number(),
    columns: z.array(z.object({ name: z.string(), cells: z.number() })),
    examples: z.array(example),
  }),
  z.object({ status: z.literal('unmatched') }),
  z.object({ status: z.literal('too-large') }),
])
export type CellChanges = z.infer<typeof cellChanges>

type Version = { readonly profile: Profile; readonly source: Source }

type Values = { readonly type: ColumnType; readonly at: readonly StoredValue[] }

const valuesOf = async (source: Source, name: string): Promise<Values> => ({
  type: source.fields.find((field) => field.name === name)?.type ?? 'text',
  at: await columnValues(source, name),
})

/** A stored value as shown to people. */
function shown({ type, at }: Values, row: number): Cell {
  const value = at[row] ?? null
  return type === 'text' || typeof value !== 'number'
    ? value
    : cellAt({ name: '', type, values: Float64Array.of(value) }, 0)
}

const differ = (a: unknown, b: unknown): boolean => !Object.is(a, b) && a !== b

/** A column that both profiles report as a key. */
function keyOf(before: Profile, after: Profile, pairs: readonly Pair[]): Pair | null {
  const isKey = ({ table }: Profile, name: string): boolean =>
    table?.keys.some(
      ({ columns, repeated, nulls }) => columns.length === 1 && columns[0] === name && repeated + nulls === 0,
    ) ?? false
  return pairs.find((pair) => isKey(before, pair.before.name) && isKey(after, pair.after.name)) ?? null
}

/** The earlier row of each later row; -1 for a new one. */
type Match = { readonly key: string | null; readonly keys: Values | null; readonly before: Int32Array }

const byPlace = (before: number, after: number): Match => ({
  key: null,
  keys: null,
  before: Int32Array.from({ length: after }, (_, row) => (row < before ? row : -1)),
})

/** Null if the column is not unique after all; profiles of large files estimate. */
async function byKey(before: Source, after: Source, pair: Pair): Promise<Match | null> {
  const [was, is] = [await valuesOf(before, pair.before.name), await valuesOf(after, pair.after.name)]
  const rows = new Map(was.at.map((value, row) => [value, row]))
  if (rows.size < was.at.length || new Set(is.at).size < is.at.length) return null
  return { key: pair.after.name, keys: is, before: Int32Array.from(is.at, (value) => rows.get(value) ?? -1) }
}

type Found = { readonly cells: number; readonly examples: readonly Example[] }
type Example = z.infer<typeof example>

/** Differences in the cells of one column. */
async function compareColumn(before: Source, after: Source, pair: Pair, match: Match): Promise<Found> {
  const [was, is] = [await valuesOf(before, pair.before.name), await valuesOf(after, pair.after.name)]
  const examples: Example[] = []
  let cells = 0
  for (const [row, from] of match.before.entries()) {
    if (from < 0 || !differ(was.at[from], is.at[row])) continue
    cells += 1
    if (examples.length >= maxExamples) continue
    const name = match.keys ? String(shown(match.keys, row)) : row + 1
    examples.push({
      row: name,
      column: pair.after.name,
      type: is.type,
      before: shown(was, from),
      after: shown(is, row),
    })
  }
  return { cells, examples }
}

/** Compares the cells of two versions; matches rows by a key, or else by position. */
export async function compareCells(before: Version, after: Version): Promise<CellChanges> {
  const { pairs } = matchColumns(before.profile, after.profile)
  const [rowsBefore, rowsAfter] = [before.profile.rows, after.profile.rows]
  if (Math.max(rowsBefore, rowsAfter) * pairs.length > maxCells) return { status: 'too-large' }
  const key = keyOf(before.profile, after.profile, pairs)
  const match = (key && (await byKey(before.source, after.source, key))) ?? byPlace(rowsBefore, rowsAfter)
  const [columns, examples] = [[] as { name: string; cells: number }[], [] as Example[]]
  for (const pair of pairs) {
    if (pair.after.name === match.key || !isSameFamily(pair.before.type, pair.after.type)) continue
    const found = await compareColumn(before.source, after.source, pair, match)
    if (found.cells > 0) columns.push({ name: pair.after.name, cells: found.cells })
    examples.push(...found.examples)
  }
  const matched = match.before.reduce((sum, row) => sum + (row < 0 ? 0 : 1), 0)
  const cells = columns.reduce((sum, column) => sum + column.cells, 0)
  if (match.key === null && cells > matched * pairs.length * maxMoved) return { status: 'unmatched' }
  return {
    status: 'compared',
    key: match.key,
    rowsAdded: rowsAfter - matched,
    rowsRemoved: rowsBefore - matched,
    cells,
    columns,
    examples: examples.slice(0, maxExamples),
  }
}
