import { filter, type Filter } from '#core/query/filter.ts'

/** What an address asks of the grid: one row opened whole, or only some rows. */
export type Asked = { readonly row: number | null; readonly filter: Filter | null }

function filterIn(text: string | undefined): Filter | null {
  if (text === undefined) return null
  try {
    return filter.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Reads an address; what cannot be read asks for nothing. Rows count from 1 there. */
export function readAsked(query: Readonly<Record<string, string>>): Asked {
  const row = Number(query['row']) - 1
  return { row: Number.isSafeInteger(row) && row >= 0 ? row : null, filter: filterIn(query['filter']) }
}
