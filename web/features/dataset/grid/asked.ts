import { z } from 'zod'
import { filter, type Filter } from '#core/query/filter.ts'
import { isDeeperThan } from '#core/query/is-deeper-than.ts'

/** What an address asks of the grid: one row opened whole, or only some rows. */
export type Asked = { readonly row: number | null; readonly filters: readonly Filter[] | null }

const deepest = 40
const several = z.array(filter).max(100)

/** One filter, or a list of them, all of which a row must pass. */
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

/** Reads an address; what cannot be read asks for nothing. Rows count from 1 there. */
export function readAsked(query: Readonly<Record<string, string>>): Asked {
  const row = Number(query['row']) - 1
  return { row: Number.isSafeInteger(row) && row >= 0 ? row : null, filters: filtersIn(query['filter']) }
}
