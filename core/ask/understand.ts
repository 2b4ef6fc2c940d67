import type { SemanticModel } from '../semantic/semantic-model.ts'
import { readQuestion, type Read } from './read-question.ts'
import type { Reading, Understanding } from './reading.ts'
import { plausible, sure } from './score.ts'
import { suggestQuestions } from './suggest.ts'

const quoted = (words: readonly string[]): string => {
  const each = [...new Set(words)].slice(0, 4).map((word) => `“${word}”`)
  return each.length < 2 ? (each[0] ?? '') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`
}

/** Why there is no answer, in a sentence. */
function reasonFor({ beyond, unknown, unread }: Read, model: SemanticModel): string {
  if (beyond !== null) return `This asks for ${beyond}, which Edgewise cannot work out from a question yet.`
  if (unknown.length > 0)
    return `${quoted(unknown)} ${new Set(unknown).size === 1 ? 'does' : 'do'} not match any column or value of ${model.name}.`
  if (unread.length > 0) return `It is not clear what ${unread.join(' and ')} counts or measures.`
  return `The question does not say enough about ${model.name} to be sure what is meant.`
}

/** Two readings that are about as likely, where neither is likely enough. */
function rivals([first, second]: readonly Reading[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.score < sure &&
    second.score >= first.score * 0.9 &&
    second.score >= plausible * 0.8
  )
}

/** What came of reading a question: an answer, a question back, or why not. */
export function judge(read: Read, model: SemanticModel): Understanding {
  const [first, ...others] = read.readings
  const isReachable = read.beyond === null
  if (first && isReachable && rivals(read.readings)) {
    const close = read.readings.filter(({ score }) => score >= first.score * 0.8).slice(0, 4)
    const names = close.map(({ title }) => title).join('; or ')
    return { status: 'clarify', question: `Which do you mean: ${names}?`, readings: close }
  }
  if (first && isReachable && first.score >= plausible) return { status: 'answer', readings: [first, ...others] }
  return { status: 'refuse', reason: reasonFor(read, model), suggestions: suggestQuestions(model).slice(0, 3) }
}

/** What a question means on this data: readings ranked by how likely each is, or why there is none. */
export const understand = (question: string, model: SemanticModel): Understanding =>
  judge(readQuestion(question, model), model)
