import type { Role } from '../semantic/vocabulary.ts'

type CardColumn = {
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
