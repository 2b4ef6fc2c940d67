import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { isOf, labelOfMeaning } from '../corrections/meaning-of.ts'
import type { Piece } from '../pieces.ts'
import type { Chip } from '../reading.ts'
import { wordsOf } from '../words.ts'

/** Which word of a piece was taken for what it is near to; null where none was. */
export function guessOf(piece: Piece, words: string, model: SemanticModel): NonNullable<Chip['means']> | null {
  if (words === '' || !model.kin?.length) return null
  for (const { column, value, words: near } of model.kin) {
    const word = wordsOf(words).find(({ stem }) => Object.hasOwn(near, stem))
    if (word !== undefined && isOf(piece, { column, value }))
      return { words: word.text, what: labelOfMeaning({ column, value }, model), isGuess: true }
  }
  return null
}
