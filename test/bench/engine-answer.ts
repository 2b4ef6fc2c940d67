import { runQuery } from '#core/engine/run-query.ts'
import type { QueryInput } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { Source } from '#core/table/source.ts'
import { type Cell, cellAt } from '#core/table/table.ts'

/** Validates and runs a Query that must be good, and returns its rows. */
export async function engineAnswer(input: QueryInput, source: Source): Promise<Cell[][]> {
  const query = validateQuery(input, source.fields)
  if (!query.ok) throw new Error(query.error.message)
  const result = await runQuery(query.value, source)
  if (!result.ok) throw new Error(result.error.message)
  const { rows, columns } = result.value
  return Array.from({ length: rows }, (_, row) => columns.map((column) => cellAt(column, row)))
}

/** Throws where two engines disagree: a fast wrong answer is not worth timing. */
export function assertSameRows(name: string, ours: readonly Cell[][], theirs: readonly unknown[][]): void {
  const isSame = (a: unknown, b: unknown): boolean =>
    typeof a === 'number' ? Math.abs(a - Number(b)) <= 1e-9 * Math.abs(a) : a === b
  const agree =
    ours.length === theirs.length &&
    ours.every((row, at) => row.every((cell, column) => isSame(cell, theirs[at]?.[column])))
  if (!agree)
    throw new Error(`${name}: ${JSON.stringify(ours.slice(0, 3))} is not ${JSON.stringify(theirs.slice(0, 3))}`)
}
