import type { Scope } from '../../formula/scope.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic-model.ts'
import type { ModelDocument } from '../model-document.ts'
import type { Deleted, Related } from '../related.ts'

/** What is wrong with a document, and where in it. */
export type ModelProblem = {
  /** `['measures', 2, 'formula']`. */
  readonly path: readonly (string | number)[]
  /** A note is of something that is no longer in the data: nothing to mend, and nothing lost. */
  readonly severity: 'error' | 'note'
  readonly message: string
  readonly hint: string
  /** The stretch of the formula's text that is wrong. */
  readonly span?: { readonly from: number; readonly to: number }
}

/** What a document is checked against. */
export type Checking = {
  readonly document: ModelDocument
  readonly generated: SemanticModel
  readonly related: readonly Related[]
  readonly deleted: readonly Deleted[]
  readonly find: (column: string) => SemanticColumn | undefined
  readonly scope: Scope
}

/** One kind of thing that can be wrong. */
export type Check = (checking: Checking) => readonly ModelProblem[]

type Place = ModelProblem['path']

export const wrong = (path: Place, message: string, hint: string): ModelProblem => ({
  path,
  severity: 'error',
  message,
  hint,
})

export const note = (path: Place, message: string, hint: string): ModelProblem => ({
  path,
  severity: 'note',
  message,
  hint,
})

/** Some names, as a sentence lists them. */
export const listed = (names: readonly string[]): string =>
  `${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and more' : ''}`
