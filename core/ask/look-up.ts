import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Source } from '../table/source.ts'
import { stem, wordsOf } from './words.ts'

/** A model's values are the frequent ones; a column may hold this many more that a question can still name. */
const mostDistinct = 50_000
const mostFound = 200

const isSearched = ({ type, role, distinct, values }: SemanticColumn): boolean =>
  type === 'text' && role !== 'text' && distinct > values.length && distinct <= mostDistinct

/** The values of one column that hold one of the words whole. */
async function valuesWith(stems: ReadonlySet<string>, column: string, source: Source): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const group of source.rowGroups.keys()) {
    const table = await source.read(group, [column])
    const [read] = table.columns
    if (read?.type !== 'text') continue
    for (const value of read.dictionary) {
      if (found.size < mostFound && value.length <= 120 && wordsOf(value).some(({ lower }) => stems.has(stem(lower))))
        found.add(value)
    }
  }
  return [...found]
}

/** The model with the values that words it could not place may name, looked up in the data; null where there are none. */
export async function withValues(
  words: readonly string[],
  model: SemanticModel,
  source: Source,
): Promise<SemanticModel | null> {
  const stems = new Set(
    words
      .flatMap((word) => wordsOf(word))
      .filter(({ lower }) => lower.length > 1)
      .map(({ lower }) => stem(lower)),
  )
  if (stems.size === 0) return null
  let isChanged = false
  const columns: SemanticColumn[] = []
  for (const column of model.columns) {
    const found = isSearched(column) ? await valuesWith(stems, column.name, source) : []
    const fresh = found.filter((value) => !column.values.includes(value))
    if (fresh.length > 0) isChanged = true
    columns.push(fresh.length > 0 ? { ...column, values: [...column.values, ...fresh] } : column)
  }
  return isChanged ? { ...model, columns } : null
}
