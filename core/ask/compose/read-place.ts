import { free, use, wordsAt, type Draft } from './draft.ts'

const asks = /\brank(s|ed)?\b/i

/** `where does Texas rank by profit`: one value whose place among all is asked for, not a condition. */
export function readPlace(draft: Draft): void {
  const at = [...draft.items.keys()].find(
    (place) =>
      free(draft, place, 'rankOf') !== null ||
      (free(draft, place, 'sort') !== null &&
        asks.test(wordsAt(draft, place)) &&
        !/by$/i.test(wordsAt(draft, place))) ||
      (free(draft, place, 'sort') !== null && /^rank by$/i.test(wordsAt(draft, place))),
  )
  if (at === undefined) return
  const named = draft.filters.filter(({ filter }) => filter.op === 'in' && filter.values.length === 1)
  const [one] = named
  if (one === undefined || named.length > 1 || one.filter.op !== 'in') return
  use(draft, at, ...[...draft.items.keys()].filter((place) => free(draft, place, 'asks') !== null))
  draft.filters.splice(draft.filters.indexOf(one), 1)
  draft.placeOf = {
    column: one.column,
    values: one.filter.values.map(String),
    words: `${wordsAt(draft, at)} … ${one.words}`,
  }
}
