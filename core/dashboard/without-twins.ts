import type { SemanticColumn } from '../semantic/semantic-model.ts'

const rootOf = ({ name, twinOf }: SemanticColumn): string => twinOf ?? name

/** `class` beside `pclass`, with as many values in each. */
function areNamedAlike(a: SemanticColumn, b: SemanticColumn): boolean {
  const [short, long] = [a.name.toLowerCase(), b.name.toLowerCase()].sort((x, y) => x.length - y.length)
  return a.distinct === b.distinct && short !== undefined && (long ?? '').includes(short)
}

const areTwins = (a: SemanticColumn, b: SemanticColumn): boolean => rootOf(a) === rootOf(b) || areNamedAlike(a, b)

/** Words say more than codes and numbers do. */
function wordiness({ type, values }: SemanticColumn): number {
  if (type !== 'text' || values.length === 0) return 0
  return values.reduce((sum, value) => sum + value.length, 0) / values.length
}

/** Each column that says what none before it says. */
export const firstOfTwins = (columns: readonly SemanticColumn[]): SemanticColumn[] =>
  columns.filter((column, at) => !columns.slice(0, at).some((before) => areTwins(before, column)))

/** Of columns that say the same, the one in the plainest words, at the place of the best. */
export function plainestOfTwins(columns: readonly SemanticColumn[]): SemanticColumn[] {
  const kept: SemanticColumn[] = []
  for (const column of columns) {
    const at = kept.findIndex((each) => areTwins(each, column))
    const known = kept[at]
    if (known === undefined) kept.push(column)
    else if (wordiness(column) > wordiness(known)) kept[at] = column
  }
  return kept
}
