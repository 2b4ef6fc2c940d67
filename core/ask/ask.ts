import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Source } from '../table/source.ts'
import type { Answer } from './answer.ts'
import { answerReading, type Answering } from './answer-reading.ts'
import { withValues } from './look-up.ts'
import { readQuestion, type Read } from './read-question.ts'
import { suggestQuestions } from './suggest.ts'
import { judge } from './understand.ts'

export type AskContext = Answering & {
  /** Where words that nothing else explains are looked up among all values; null where nobody may. */
  readonly source: Source | null
}

/** Reads the question; words it cannot place are looked for among all values, and then it is read again. */
async function readWithValues(
  question: string,
  { model, source }: AskContext,
): Promise<{ readonly read: Read; readonly model: SemanticModel }> {
  const read = readQuestion(question, model)
  const words = [...read.unknown, ...read.unread]
  const wider = words.length === 0 || source === null ? null : await withValues(words, model, source)
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
