import type { Reading } from '#core/ask/reading.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import { type Ask, type Asked, createAsk } from '../features/ask/model.ts'
import type { Outcome } from '../transport.ts'
import { datasetClient } from './clients.ts'
import { modelOf } from './questions.ts'

/** Answers one reading by running its Query again. */
async function answerReading(reading: Reading): Promise<Outcome<WireAnswer>> {
  const { answerFor } = await import('./answer-reading.ts')
  return answerFor(reading)
}

/** The reading that an address carries. */
async function readLink(dataset: string, link: string): Promise<Reading | null> {
  const [{ readReading }, model] = await Promise.all([import('#core/ask/link.ts'), modelOf(dataset)])
  return model.ok ? readReading(link, model.value) : null
}

const sessions = new Map<string, Ask>()

/** This visit's conversation about one dataset; it persists across screens. */
export function askingOf(dataset: string): Ask {
  const known = sessions.get(dataset)
  if (known) return known
  const ask = createAsk({
    ask: (question, after) => datasetClient(dataset).ask(question, after),
    answer: answerReading,
    write: async (reading) => (await import('#core/ask/link.ts')).writeReading(reading),
    read: (link) => readLink(dataset, link),
    keep: (asked) => void import('./asked.ts').then(({ askedOf }) => askedOf(dataset).keep(asked)),
  })
  sessions.set(dataset, ask)
  return ask
}

/** Where an answer stands: the question, and the reading where the question alone would not give it. */
export function addressOfAsked(dataset: string, { question, link }: Asked): string {
  const said = new URLSearchParams({ tab: 'ask', q: question, ...(link === null ? {} : { r: link }) })
  return `/data/${dataset}?${said.toString()}`
}
