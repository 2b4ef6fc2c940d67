import { onceFor } from '../../once-for.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { draftSuggestions } from '../suggest/draft-suggestions.ts'
import type { Known, Suggestion } from './completion.ts'
import { findWords } from './find-words.ts'

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Questions of every shape about this data, the best of each first; none of them is checked yet. */
const draftedFor = onceFor((model: SemanticModel): readonly string[] => {
  const shapes = draftSuggestions(model)
  const longest = Math.max(0, ...shapes.map(({ length }) => length))
  const mixed = Array.from({ length: longest }, (_, at) => shapes.flatMap((shape) => shape.slice(at, at + 1))).flat()
  return [...new Set(mixed.map(({ question }) => question))]
})

/** Does a question hold all that is typed: every word, the last one perhaps in part? 2: it begins with it; 0: no. */
function fits(question: string, text: string): number {
  if (question.toLowerCase().startsWith(text.toLowerCase())) return 2
  const words = wordsIn(question)
  const typed = wordsIn(text)
  const isHeld = typed.every((word, at) =>
    words.some((own) => (at === typed.length - 1 ? own.startsWith(word) : own === word)),
  )
  return isHeld && typed.length > 0 ? 1 : 0
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const bare = (text: string): string => wordsIn(text).join(' ')

/** Those of a list that hold what is typed; those that begin with it first. */
function fitting(questions: readonly string[], text: string): readonly string[] {
  if (text === '') return questions
  const weighed = questions.map((question) => ({ question, weight: fits(question, text) }))
  return [2, 1].flatMap((least) => weighed.filter(({ weight }) => weight === least).map(({ question }) => question))
}

/** What the likeliest word makes of the question, and what may follow that. */
function goingOnFrom([first]: readonly Suggestion[], model: SemanticModel): readonly string[] {
  if (first === undefined) return []
  const { question, caret } = first
  const next = question.length === caret ? findWords({ text: question, caret }, model) : []
  return [first, ...next.slice(0, 2)].map((each) => capital(each.question.trim()))
}

const mostAsked = 2
const mostChecked = 8

/** Whole questions that may be meant, likeliest first; whether they work is to be checked. */
export function findQuestions(
  text: string,
  { model, asked }: Known,
  words: readonly Suggestion[],
): readonly Suggestion[] {
  const typed = text.trim()
  const before = fitting(asked, typed).slice(0, mostAsked)
  const goingOn = goingOnFrom(words, model)
  const drafted = fitting(draftedFor(model), typed)
  const about = (question: string): string => (before.includes(question) ? 'Asked before' : 'Question')
  const seen = new Set([bare(typed)])
  return [...before, ...drafted.slice(0, 1), ...goingOn, ...drafted.slice(1)]
    .filter((question) => {
      const key = bare(question)
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, mostChecked)
    .map((question) => ({ kind: 'question', text: question, about: about(question), question, caret: question.length }))
}
