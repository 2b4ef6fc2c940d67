import type { Direction } from '../mention.ts'
import { beyondKinds, free, isMeasure, use, wordsAt, type Draft } from './draft.ts'

type Target = 'measure' | 'group'

/** The axis named nearest to the words of order, within a few words. */
function axisNear(draft: Draft, at: number): Target | null {
  for (const distance of [-1, 1, -2, 2, -3, 3]) {
    const item = draft.items[at + distance]
    if (item?.meaning.kind === 'axis') return item.meaning.axis === 'x' ? 'group' : 'measure'
  }
  return null
}

/** What stands after `sorted by`: the thing to sort by. */
function targetAfter(draft: Draft, at: number): Target | null {
  const next = beyondKinds(draft, at, 1, ['per', 'in', 'of', 'axis', 'sort'])
  const item = draft.items[next]
  if (item?.meaning.kind === 'aggregate' || item?.meaning.kind === 'count') {
    const isTold = draft.items.some(
      ({ meaning }, place) => place < at && (meaning.kind === 'aggregate' || meaning.kind === 'count'),
    )
    if (isTold) use(draft, next)
    return 'measure'
  }
  if (item?.meaning.kind !== 'column') return null
  const leadsToMeasure = draft.items[next + 1]?.meaning.kind === 'per'
  return isMeasure(item.meaning.column) || leadsToMeasure ? 'measure' : 'group'
}

/** Takes `sorted by`, `descending`, `x axis from low to high`, `alphabetically`. */
export function readOrder(draft: Draft): void {
  const orders = [...draft.items.keys()].filter((at) => free(draft, at, 'sort') !== null)
  const [first] = orders
  for (const at of draft.items.keys()) if (draft.items[at]?.meaning.kind === 'axis') use(draft, at)
  if (first === undefined) return
  use(draft, ...orders)
  const words = orders.map((at) => wordsAt(draft, at)).join(' … ')
  const isAlphabetical = /alphabet|a to z|z to a/i.test(words)
  const targets = orders.map((at) => axisNear(draft, at) ?? targetAfter(draft, at))
  const by: Target = isAlphabetical ? 'group' : (targets.find((target) => target !== null) ?? 'measure')
  const said = orders
    .map((at) => draft.items[at]?.meaning)
    .find((meaning) => meaning?.kind === 'sort' && meaning.direction !== null)
  const usual: Direction = by === 'group' ? 'ascending' : 'descending'
  draft.sort = { by, direction: said?.kind === 'sort' ? (said.direction ?? usual) : usual, words }
}
