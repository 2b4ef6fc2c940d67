import type { Correction } from '../../semantic/correction.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { wordsOf } from '../words.ts'

/** Does the model have the column or measure that the correction leads to? */
export const isOfModel = (
  { column }: Pick<Correction, 'column'>,
  { columns, calculations, measures }: SemanticModel,
): boolean => [...columns, ...calculations, ...measures].some(({ name }) => name === column)

/** Has the correction a word that a question could hold? */
const isSayable = ({ words }: Pick<Correction, 'words'>): boolean =>
  wordsOf(words).some(({ lower }) => /[\p{L}\p{N}]/u.test(lower))

const made = new WeakMap<SemanticModel, { readonly key: string; readonly model: SemanticModel }>()

/**
 * The model that questions are read with: what people said that words mean counts where the model has it. The same
 * corrections give the same model, so that what is worked out for it is kept.
 */
export function withCorrections(model: SemanticModel, corrections: readonly Correction[]): SemanticModel {
  const known = corrections.filter((each) => isOfModel(each, model) && isSayable(each))
  if (known.length === 0) return model
  const key = JSON.stringify(known)
  const before = made.get(model)
  if (before?.key === key) return before.model
  const corrected = { ...model, corrections: known }
  made.set(model, { key, model: corrected })
  return corrected
}
