import type { Correction } from '../../semantic/correction.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Meaning, Mention } from '../mention.ts'
import { wordsOf, type Word } from '../words.ts'

/** What a person said that words mean, in the terms of questions; null where the model does not have it. */
function meaningIn({ column: name, value }: Correction, { columns }: SemanticModel): Meaning | null {
  const column = columns.find((each) => each.name === name)
  if (column === undefined) return null
  return value === null ? { kind: 'column', column, isPlural: false } : { kind: 'value', column, values: [value] }
}

const isSameWord = (a: Word | undefined, b: Word): boolean =>
  a !== undefined && (a.lower === b.lower || (a.stem === b.stem && a.stem.length > 2))

/** Where the words stand in a question. */
function placesOf(sought: readonly Word[], words: readonly Word[]): readonly number[] {
  if (sought.length === 0) return []
  return words.flatMap((_, from) => (sought.every((each, at) => isSameWord(words[from + at], each)) ? [from] : []))
}

/** Words that the workspace said the meaning of. */
export const findCorrected = (words: readonly Word[], model: SemanticModel): readonly Mention[] =>
  (model.corrections ?? []).flatMap((correction) => {
    const meaning = meaningIn(correction, model)
    if (meaning === null) return []
    const sought = wordsOf(correction.words)
    return placesOf(sought, words).map((from) => ({ from, to: from + sought.length, meaning, score: 1 }))
  })

/** What a person said goes before all else that the same words could mean. */
export const withoutOthers = (found: readonly Mention[], corrected: readonly Mention[]): readonly Mention[] =>
  corrected.length === 0
    ? found
    : found.filter(({ from, to }) => !corrected.some((said) => said.from <= from && to <= said.to))
