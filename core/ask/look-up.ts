import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { query, type Query } from '../query/query.ts'
import { cellAt } from '../table/table.ts'
import { codesOfNames } from './candidates/known-codes.ts'
import type { Answering } from './answer-reading.ts'
import { stem, wordsOf } from './words.ts'

/** A model's values are the frequent ones; a column may hold this many more that a question can still name. */
const mostDistinct = 50_000
const mostFound = 200

const isSearched = ({ type, role, distinct, values }: SemanticColumn): boolean =>
  type === 'text' && role !== 'text' && distinct > values.length && distinct <= mostDistinct

/** Every value of a column. It depends on no question, so its result is computed once and cached. */
const valuesOf = (dataset: string, column: string): Query =>
  query.parse({ dataset, dimensions: [{ column }], limit: mostDistinct })

/** The values of one column that hold one of the words whole. */
async function valuesWith(
  stems: ReadonlySet<string>,
  column: string,
  { model, run }: Answering,
): Promise<readonly string[]> {
  const ran = await run(valuesOf(model.dataset, column))
  const read = ran.ok ? ran.value.columns[0] : undefined
  if (!ran.ok || !read) return []
  const found: string[] = []
  for (let row = 0; row < ran.value.rows && found.length < mostFound; row++) {
    const value = cellAt(read, row)
    if (typeof value !== 'string' || value.length > 120) continue
    if (wordsOf(value).some(({ lower }) => stems.has(stem(lower)))) found.push(value)
  }
  return found
}

/** The model with the values that words it could not place may name, looked up in the data; null where there are none. */
export async function withValues(words: readonly string[], context: Answering): Promise<SemanticModel | null> {
  const { model } = context
  const said = words.flatMap((word) => wordsOf(word)).map(({ lower }) => lower)
  const stems = new Set([...said, ...codesOfNames(said)].filter((word) => word.length > 1).map(stem))
  if (stems.size === 0) return null
  let isChanged = false
  const columns: SemanticColumn[] = []
  for (const column of model.columns) {
    const found = isSearched(column) ? await valuesWith(stems, column.name, context) : []
    const fresh = found.filter((value) => !column.values.includes(value))
    if (fresh.length > 0) isChanged = true
    columns.push(fresh.length > 0 ? { ...column, values: [...column.values, ...fresh] } : column)
  }
  return isChanged ? { ...model, columns } : null
}
