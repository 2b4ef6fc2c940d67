import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { isMeasure } from '../compose/draft.ts'

/** Do two columns measure the same of two: the votes of one, the votes of the other? */
function arePair(a: SemanticColumn, b: SemanticColumn): boolean {
  const [own, other] = [wordsOfName(a.label), wordsOfName(b.label)]
  const differing = own.filter((word) => !other.includes(word)).length
  return a !== b && a.format === b.format && own.length > 1 && own.length === other.length && differing === 1
}

type Named = { readonly column: SemanticColumn; readonly score: number }

/**
 * How surely two columns are meant that are set against each other: those that make a pair as surely as the better
 * named of them; those of which one makes a pair with another column less.
 */
export function scoreOfTwo(a: Named, b: Named, { columns }: SemanticModel): number {
  if (arePair(a.column, b.column)) return Math.max(a.score, b.score)
  const hasRival = columns.some((other) => isMeasure(other) && [a, b].some(({ column }) => arePair(column, other)))
  return a.score * b.score * (hasRival ? 0.6 : 1)
}
