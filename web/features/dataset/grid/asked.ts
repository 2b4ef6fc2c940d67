import { z } from 'zod'
import { filter, type Filter } from '#core/query/filter.ts'
import { isDeeperThan } from '#core/is-deeper-than.ts'

/** The grid state in a URL: one open row, or filters. */
export type GridRequest = { readonly row: number | null; readonly filters: readonly Filter[] | null }

const deepest = 40
const several = z.array(filter).max(100)

/** One filter, or a list combined with AND. */
function filtersIn(text: string | undefined): readonly Filter[] | null {
  if (text === undefined) return null
  try {
    const said: unknown = JSON.parse(text)
    if (isDeeperThan(said, deepest)) return null
    return several.safeParse(Array.isArray(said) ? said : [said]).data ?? null
  } catch {
    return null
  }
}

/** Parses a URL; ignores what is unreadable. Rows count from 1 there. */
export function readAsked(query: Readonly<Record<string, string>>): GridRequest {
  const row = Number(query['row']) - 1
  return { row: Number.isSafeInteger(row) && row >= 0 ? row : null, filters: filtersIn(query['filter']) }
}
