import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Refused } from '../answer.ts'
import { readQuestion, wordsAtFault, type Read } from '../read-question.ts'
import { plausible } from '../score.ts'
import { nearQuestions } from './near-questions.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The question without some of its words. */
const without = (question: string, words: readonly string[]): string =>
  words
    .reduce(
      (text, word) => text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu'), ' '),
      question,
    )
    .replace(/\s+/g, ' ')
    .trim()

const mostReadings = 3

/** What a refused question can be read as once the words without a meaning are left out. */
function readingsWithout(question: string, refused: Read, model: SemanticModel): Refused['readings'] {
  const { unread, beyond } = refused
  const words = [...wordsAtFault(refused), ...unread]
  const rest = without(question, words)
  if (beyond !== null || words.length === 0 || rest === '') return []
  const read = readQuestion(rest, model)
  const isClear = read.beyond === null && read.unused.length === 0
  return isClear ? read.readings.filter(({ score }) => score >= plausible).slice(0, mostReadings) : []
}

/** A refusal that leads on: the words that stand in the way, readings without them, what was understood, questions near by. */
export function refuse(question: string, reason: string, read: Read, model: SemanticModel): Refused {
  const readings = readingsWithout(question, read, model)
  const understood = readings[0] ?? read.readings[0] ?? null
  return {
    status: 'refuse',
    reason,
    unknown: [...new Set(wordsAtFault(read))],
    readings,
    understood,
    suggestions: nearQuestions(question, understood, model),
  }
}
