import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Answer } from './answer.ts'
import { answerReading, type Answering } from './answer-reading.ts'
import { followUp } from './follow-up/follow-up.ts'
import { withValues } from './look-up.ts'
import { readQuestion, type Read } from './read-question.ts'
import type { Reading } from './reading.ts'
import { refuse } from './refusal/refuse.ts'
import { withSpread } from './spread.ts'
import { judge } from './understand.ts'

export type AskContext = Answering & {
  /** The readings of the answer before, the one on show first: a question may follow on from it. */
  readonly after?: readonly [Reading, ...Reading[]] | undefined
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
  if (read.wants !== null) {
    const spread = await withSpread(read.wants, context)
    if (spread !== null) return readWithValues(question, { ...context, model: spread })
  }
  const words = [...read.unknown, ...read.unread]
  const wider = words.length === 0 || !looksUp ? null : await withValues(words, context)
  return wider === null ? { read, model } : { read: readQuestion(question, wider), model: wider }
}

/** What a question that follows on from an answer changes of its reading; null where it is a question of its own. */
const followed = (question: string, { after, model }: AskContext) =>
  after === undefined ? null : followUp(question, after, model)

/** Answers a question about one dataset: text, numbers, chart, and how it was understood. */
export async function ask(question: string, context: AskContext): Promise<Answer> {
  const next = followed(question, context)
  if (next !== null) {
    const answered = await answerReading([next], context)
    if (answered.ok) return { ...answered.value, follows: true }
  }
  const { read, model } = await readWithValues(question, context)
  const understood = judge(read, context.model)
  if (understood.status === 'clarify') return understood
  if (understood.status === 'refuse') return refuse(question, understood.reason, read, context.model)
  const answered = await answerReading(understood.readings, { ...context, model })
  return answered.ok ? answered.value : refuse(question, answered.error.message, read, context.model)
}
