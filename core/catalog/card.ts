import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Role } from '../semantic/vocabulary.ts'

export type CardColumn = {
  readonly name: string
  readonly label: string
  readonly role: Role
  /** Other words for it. */
  readonly words: readonly string[]
}

/** By what a dataset is found: words about it, never a cell of it. */
export type Card = {
  readonly name: string
  readonly description: string
  readonly tags: readonly string[]
  /** One row is one of these. */
  readonly entity: string
  readonly columns: readonly CardColumn[]
}

type Described = Pick<Card, 'name' | 'description' | 'tags'>

/** The card of a dataset, from what people wrote about it and what it means; it says nothing that is kept from anybody. */
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
