import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'

const idWords = new Set('id ids number numbers no nr code codes key keys'.split(' '))

/** Does each id have a name of its own? */
const isOneToOne = (id: SemanticColumn, name: SemanticColumn): boolean =>
  id.distinct > 1 && Math.abs(name.distinct - id.distinct) <= id.distinct * 0.01

/** The column of names of what an id tells apart: `name` or `company name` of `company id`. */
function nameOf(column: SemanticColumn, { columns }: SemanticModel): SemanticColumn | undefined {
  const own = wordsOfName(column.label).filter((word) => !idWords.has(word))
  const names = new Set(['name', `${own.join(' ')} name`, own.join(' ')])
  return columns.find(
    (other) => other.type === 'text' && names.has(other.label.toLowerCase()) && isOneToOne(column, other),
  )
}

/** `by company` shows the company's name and not its id, unless the id is asked for. */
export function nameForId(column: SemanticColumn, written: readonly string[], model: SemanticModel): SemanticColumn {
  const isAsked = written.some((word) => idWords.has(word))
  return column.role === 'id' && !isAsked ? (nameOf(column, model) ?? column) : column
}
