import type { Scope } from '../../formula/scope.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic-model.ts'
import type { ModelDocument } from '../model-document.ts'
import type { Deleted, Related } from '../related.ts'

/** A problem of a model document, with its path. */
export type ModelProblem = {
  /** For example `['measures', 2, 'formula']`. */
  readonly path: readonly (string | number)[]
  /** A note concerns something that is no longer in the data and needs no repair. */
  readonly severity: 'error' | 'note'
  readonly message: string
  readonly hint: string
  /** The invalid range of the formula's text. */
  readonly span?: { readonly from: number; readonly to: number }
}

/** Context of the checks. */
export type Checking = {
  readonly document: ModelDocument
  readonly generated: SemanticModel
  readonly related: readonly Related[]
  readonly deleted: readonly Deleted[]
  readonly find: (column: string) => SemanticColumn | undefined
  readonly scope: Scope
}

/** Checks one aspect of a document. */
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

/** Joins names for a sentence. */
export const listed = (names: readonly string[]): string =>
  `${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and more' : ''}`
