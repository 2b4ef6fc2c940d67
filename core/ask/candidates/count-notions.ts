import type { SemanticColumn } from '../../semantic/semantic-model.ts'

const sameSynonyms = (a: SemanticColumn, b: SemanticColumn): boolean =>
  a.synonyms.length > 0 && a.synonyms.join() === b.synonyms.join()

/** How many things the columns are about: twins, and columns with the same synonyms, are about one. */
export function countNotions(columns: readonly SemanticColumn[]): number {
  const nameOf = (column: SemanticColumn): string =>
    column.twinOf ?? columns.find((other) => sameSynonyms(other, column))?.name ?? column.name
  return new Set(columns.map(nameOf)).size
}
