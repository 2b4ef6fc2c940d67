import { onceFor } from '../../once-for.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { readQuestion, type Read } from '../read-question.ts'
import { sure } from '../score.ts'
import type { Preview } from './completion.ts'
import { entriesOf, keysWith } from './entries.ts'

/** Readings that are kept of each model: those of a few minutes of typing. */
const mostKept = 500

const keptOf = onceFor<SemanticModel, Map<string, Read>>(() => new Map())

function readOnce(question: string, model: SemanticModel): Read {
  const known = keptOf(model)
  const read = known.get(question) ?? readQuestion(question, model)
  const [oldest] = known.keys()
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest)
  known.set(question, read)
  return read
}

const isSureOf = ({ readings, beyond, unknown, unread, openFigure }: Read): boolean =>
  beyond === null &&
  openFigure === null &&
  unknown.length === 0 &&
  unread.length === 0 &&
  (readings[0]?.score ?? 0) >= sure

/** Was the question read before? Checking it again costs nothing. */
export const isRead = (question: string, model: SemanticModel): boolean => keptOf(model).has(question)

/** Is the question sure to be answered as it is meant, with no word left over? */
export const isSure = (question: string, model: SemanticModel): boolean => isSureOf(readOnce(question, model))

const nothing: Preview = { chips: [], isSure: false, unknown: [] }

/** How the question would be read if it were asked now. */
export function previewOf(text: string, model: SemanticModel): Preview {
  const question = text.trim()
  if (question === '') return nothing
  const read = readOnce(question, model)
  const last = /[\p{L}\p{N}]+$/u.exec(text)?.[0].toLowerCase() ?? ''
  const isBegun = last !== '' && keysWith(entriesOf(model), last).length > 0
  const unknown = [...new Set(read.unknown)].filter((word) => !isBegun || word.toLowerCase() !== last)
  return { chips: read.readings[0]?.chips ?? [], isSure: isSureOf(read), unknown }
}
