import type { Reading } from '#core/ask/reading.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import { type Ask, createAsk } from '../features/ask/model.ts'
import type { Outcome } from '../transport.ts'
import { datasetClient } from './clients.ts'

/** Answers one reading by running its Query again. */
async function answerReading(reading: Reading): Promise<Outcome<WireAnswer>> {
  const { answerFor } = await import('./answer-reading.ts')
  return answerFor(reading)
}

const sessions = new Map<string, Ask>()

/** This visit's conversation about one dataset; it persists across screens. */
export function askingOf(dataset: string): Ask {
  const known = sessions.get(dataset)
  if (known) return known
  const ask = createAsk({ ask: (question) => datasetClient(dataset).ask(question), answer: answerReading })
  sessions.set(dataset, ask)
  return ask
}
