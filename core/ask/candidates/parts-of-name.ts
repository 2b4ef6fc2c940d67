import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'

/** The first and the last name of persons, where the data has both; else none. */
export function partsOfName({ columns }: Pick<SemanticModel, 'columns'>): readonly SemanticColumn[] {
  const find = (pattern: RegExp): SemanticColumn | undefined => columns.find(({ label }) => pattern.test(label))
  const [first, last] = [find(/^(fore|first|given) ?name$/i), find(/^(sur|last|family) ?name$/i)]
  return first && last ? [first, last] : []
}
