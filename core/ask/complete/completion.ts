import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Chip } from '../reading.ts'

/** A question as far as it is typed. */
export type Typed = {
  readonly text: string
  /** Where typing goes on, in UTF-16 units from the start. */
  readonly caret: number
}

/** Something that may come next, with the question that it makes. */
export type Suggestion = {
  readonly kind: 'figure' | 'group' | 'time' | 'value' | 'phrase' | 'question'
  /** As the list shows it. */
  readonly text: string
  /** What it is, in a few words: `Column`, `Value of Region`, `Asked before`. */
  readonly about: string
  /** The question once it is taken, and the caret in it. */
  readonly question: string
  readonly caret: number
}

/** What completing knows besides the question. */
export type Known = {
  readonly model: SemanticModel
  /** What was asked of the dataset before, the last first. */
  readonly asked: readonly string[]
}

export type Completion = {
  /** Best first; whole questions stand below the rest. */
  readonly suggestions: readonly Suggestion[]
  /** False while there are questions that were not checked yet. */
  readonly isFinished: boolean
}

/** How a question is read as far as it is typed. */
export type Preview = {
  readonly chips: readonly Chip[]
  /** Would it be answered by this reading, and no other? */
  readonly isSure: boolean
  /** Words without a meaning in this data. */
  readonly unknown: readonly string[]
}
