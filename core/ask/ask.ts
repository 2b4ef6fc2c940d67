import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Answer } from './answer.ts'
import { answerReading, type Answering } from './answer-reading.ts'
import { withoutAside } from './asides.ts'
import { followUp } from './follow-up/follow-up.ts'
import { withValues } from './look-up.ts'
import { readQuestion, type Read } from './read-question.ts'
import type { Reading } from './reading.ts'
import { refuse } from './refusal/refuse.ts'
import { sure } from './score.ts'
import { withSpread } from './spread.ts'
import { judge } from './understand.ts'

export type AskContext = Answering & {
  /** The readings of the answer before, the one on show first: a question may follow on from it. */
  readonly after?: readonly [Reading, ...Reading[]] | undefined
  /** Are words that nothing else explains looked up among all values? */
  readonly looksUp: boolean
}

/** Reads the question; words it cannot place are looked for among all values, and then it is read again. */
async function readWithValues(question: string, context: AskContext): Promise<Understood> {
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

type Understood = { readonly read: Read; readonly model: SemanticModel }

/** Less than sure, for words were left out. */
const mostOfRest = sure - 0.01

function withLeftOut(read: Read, leftOut: string): Read {
  const scale = Math.min(1, mostOfRest / (read.readings[0]?.score ?? 1))
  return { ...read, readings: read.readings.map((each) => ({ ...each, leftOut, score: each.score * scale })) }
}

/** Reads what is left of a question once its talk is left out, where only that stood in the way. */
async function readPlain(question: string, context: AskContext): Promise<Understood> {
  const whole = await readWithValues(question, context)
  const trimmed = whole.read.unused.length > 0 ? withoutAside(question, whole.read.unused) : null
  if (trimmed === null) return whole
  const rest = await readWithValues(trimmed.question, context)
  const isAnswered = judge(rest.read, context.model).status === 'answer'
  return isAnswered ? { ...rest, read: withLeftOut(rest.read, trimmed.aside) } : whole
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
  const { read, model } = await readPlain(question, context)
  const understood = judge(read, context.model)
  if (understood.status === 'clarify') return understood
  if (understood.status === 'refuse') return refuse(question, understood.reason, read, context.model)
  const answered = await answerReading(understood.readings, { ...context, model })
  return answered.ok ? answered.value : refuse(question, answered.error.message, read, context.model)
}
