import { onceFor } from '../once-for.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { readQuestion } from './read-question.ts'
import { plausible, sure } from './score.ts'
import { draftSuggestions, isMeant, type Suggestion } from './suggest/draft-suggestions.ts'

/** Is the question read as it was meant, and by one reading alone? */
function isRead(suggestion: Suggestion, model: SemanticModel): boolean {
  const { readings, beyond, unknown } = readQuestion(suggestion.question, model)
  const [first, second] = readings
  if (!first || beyond !== null || unknown.length > 0 || first.score < plausible) return false
  // Two readings as near as this are asked about where neither is sure.
  const near = first.score < sure ? 0.89 : 0.95
  return (second === undefined || second.score <= first.score * near) && isMeant(suggestion, first.query, model)
}

/** Every question worth offering: the best of each shape first, then the next best of each. Worked out once for a model. */
export const suggestionsFor = onceFor((model: SemanticModel): readonly Suggestion[] => {
  const shapes = draftSuggestions(model).map((shape) => shape.filter((suggestion) => isRead(suggestion, model)))
  const longest = Math.max(...shapes.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => shapes.flatMap((shape) => shape.slice(at, at + 1))).flat()
})

/** Questions about this data that are sure to be answered: a different kind each, best first. */
export const suggestQuestions = (model: SemanticModel): readonly string[] =>
  [...new Set(suggestionsFor(model).map(({ question }) => question))].slice(0, 8)
