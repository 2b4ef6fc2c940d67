import { columnsOfQuery } from '../../query/columns-of-query.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Reading } from '../reading.ts'
import { suggestionsFor } from '../suggest.ts'
import type { Suggestion } from '../suggest/draft-suggestions.ts'
import { stem, wordsOf } from '../words.ts'

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).flatMap(({ lower }) => (lower.length > 2 ? [stem(lower)] : [])))

/** Spreads equal questions, so that two refusals do not offer the same: FNV-1a over both texts. */
function spread(question: string, suggestion: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${question} ${suggestion}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash / 2 ** 32
}

/** The columns that a suggested question is about. */
const columnsOf = ({ measure, groups, value }: Suggestion, { timeColumn }: SemanticModel): readonly string[] =>
  [measure, ...groups.map((name) => (name === '#time' ? timeColumn : name)), value?.column ?? null].filter(
    (name) => name !== null,
  )

/** How near: shared columns of what was understood count most, then shared words. */
function nearness(
  suggestion: Suggestion,
  asked: ReadonlySet<string>,
  about: ReadonlySet<string>,
  model: SemanticModel,
): number {
  const columns = columnsOf(suggestion, model).filter((name) => about.has(name)).length
  const words = [...stemsOf(suggestion.question)].filter((each) => asked.has(each)).length
  return columns * 3 + words
}

const offered = 3

/** Three questions near to one that was not answered, each of which is sure to be answered. */
export function nearQuestions(question: string, understood: Reading | null, model: SemanticModel): readonly string[] {
  const asked = stemsOf(question)
  const about = new Set(understood ? columnsOfQuery(understood.query) : [])
  const ranked = suggestionsFor(model)
    .map((suggestion) => ({
      text: suggestion.question,
      weight: nearness(suggestion, asked, about, model) + spread(question, suggestion.question) * 0.9,
    }))
    .sort((a, b) => b.weight - a.weight)
  return [...new Set(ranked.map(({ text }) => text))].slice(0, offered)
}
