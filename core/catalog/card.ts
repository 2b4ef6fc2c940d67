import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Role } from '../semantic/vocabulary.ts'

export type CardColumn = {
  readonly name: string
  readonly label: string
  readonly role: Role
  /** Synonyms. */
  readonly words: readonly string[]
}

/** The searchable words of a dataset; never a cell. */
export type Card = {
  readonly name: string
  readonly description: string
  readonly tags: readonly string[]
  /** What one row describes. */
  readonly entity: string
  readonly columns: readonly CardColumn[]
}

type Described = Pick<Card, 'name' | 'description' | 'tags'>

/** Builds the card of a dataset from its description and model; omits hidden columns. */
export function cardOf({ name, description, tags }: Described, model: SemanticModel): Card {
  const kept = new Set(model.access.columns.map((rule) => rule.column))
  const offered = model.columns.filter((column) => !kept.has(column.name))
  const columns = offered.map(({ name: column, label, role, synonyms }) => ({
    name: column,
    label,
    role,
    words: synonyms,
  }))
  return { name, description, tags, entity: model.entity, columns }
}
