import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Answer } from './answer.ts'
import { answerReading, type Answering } from './answer-reading.ts'
import { withValues } from './look-up.ts'
import { readQuestion, type Read } from './read-question.ts'
import { suggestQuestions } from './suggest.ts'
import { judge } from './understand.ts'

export type AskContext = Answering & {
  /** Are words that nothing else explains looked up among all values? */
  readonly looksUp: boolean
}

/** Reads the question; words it cannot place are looked for among all values, and then it is read again. */
async function readWithValues(
  question: string,
  context: AskContext,
): Promise<{ readonly read: Read; readonly model: SemanticModel }> {
  const { model, looksUp } = context
  const read = readQuestion(question, model)
  const words = [...read.unknown, ...read.unread]
  const wider = words.length === 0 || !looksUp ? null : await withValues(words, context)
  return wider === null ? { read, model } : { read: readQuestion(question, wider), model: wider }
}

/** Answers a question about one dataset: text, numbers, chart, and how it was understood. */
export async function ask(question: string, context: AskContext): Promise<Answer> {
  const { read, model } = await readWithValues(question, context)
  const understood = judge(read, context.model)
  if (understood.status !== 'answer') return understood
  const answered = await answerReading(understood.readings, { ...context, model })
  if (answered.ok) return answered.value
  return { status: 'refuse', reason: answered.error.message, suggestions: suggestQuestions(model).slice(0, 3) }
}
