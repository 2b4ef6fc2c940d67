import type { DraftFilter } from '../rules/piece.ts'
import { beyondKinds, free, use, wordsAt, type Draft } from './draft.ts'

type Spanned = DraftFilter & { readonly span: readonly [number, number] }

const isSpanned = (filter: DraftFilter): filter is Spanned => filter.span !== undefined && !filter.isTime

/** The conditions on both sides of an `or`, with nothing but small words between; null where one side has none. */
function sidesOf(draft: Draft, at: number): readonly [Spanned, Spanned] | null {
  const before = beyondKinds(draft, at, -1, ['entity'])
  const after = beyondKinds(draft, at, 1, ['has', 'is', 'in', 'of', 'not'])
  const spanned = draft.filters.filter(isSpanned)
  const left = spanned.find(({ span }) => span[0] <= before && before <= span[1])
  const right = spanned.find(({ span }) => span[0] <= after && after <= span[1])
  return left && right && left !== right ? [left, right] : null
}

/** Takes `West or Partner`, `under 50 or over 550`: conditions joined by `or` are alternatives, of whatever columns. */
export function readAlternatives(draft: Draft): void {
  for (const at of draft.items.keys()) {
    if (!free(draft, at, 'or')) continue
    const sides = sidesOf(draft, at)
    if (sides === null) continue
    const [left, right] = sides
    const span = [Math.min(left.span[0], right.span[0]), Math.max(left.span[1], right.span[1])] as const
    use(draft, at)
    const rest = draft.filters.filter((filter) => filter !== left && filter !== right)
    const joined: DraftFilter = {
      filter: { op: 'or', filters: [left.filter, right.filter] },
      column: left.column,
      text: `${left.text} or ${right.text}`,
      words: wordsAt(draft, ...span),
      isTime: false,
      span,
    }
    draft.filters.splice(0, draft.filters.length, ...rest, joined)
  }
}
