import type { Completion, Known, Suggestion, Typed } from './completion.ts'
import { findQuestions } from './find-questions.ts'
import { findWords } from './find-words.ts'
import { isRead, isSure } from './known-readings.ts'

const offered = 3

/** Longer texts are no longer typed but pasted. */
const longest = 500

/**
 * What may come next in a question as it is typed. At most that many questions are read to check them: readings are kept,
 * so the next call goes on from there.
 */
export function complete({ text, caret }: Typed, known: Known, checks = Number.POSITIVE_INFINITY): Completion {
  if (text.length > longest) return { suggestions: [], isFinished: true }
  const words = findWords({ text, caret: Math.min(Math.max(caret, 0), text.length) }, known.model)
  const questions: Suggestion[] = []
  let left = checks
  for (const question of findQuestions(text, known, words)) {
    if (questions.length === offered) break
    if (!isRead(question.text, known.model)) {
      // What follows would stand before it once it is found to work.
      if (left === 0) return { suggestions: [...words, ...questions], isFinished: false }
      left -= 1
    }
    if (isSure(question.text, known.model)) questions.push(question)
  }
  return { suggestions: [...words, ...questions], isFinished: true }
}
