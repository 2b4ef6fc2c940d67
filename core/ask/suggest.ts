import type { SemanticModel } from '../semantic/semantic-model.ts'

/** Questions about this data that are sure to be answered. */
export function suggestQuestions(model: SemanticModel): readonly string[] {
  return [`How many ${model.entity}s are there?`]
}
