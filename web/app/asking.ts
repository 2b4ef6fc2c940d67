import type { Reading } from '#core/ask/reading.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import { onceFor } from '#core/once-for.ts'
import { type Ask, type Asked, createAsk } from '../features/ask/model.ts'
import type { Outcome } from '../transport.ts'
import { datasetClient } from './clients.ts'
import { modelOf } from './questions.ts'
import type { Services } from './services.ts'

/** Answers one reading by running its Query again. */
async function answerReading(services: Services, reading: Reading): Promise<Outcome<WireAnswer>> {
  const { answerFor } = await import('./answer-reading.ts')
  return answerFor(services, reading)
}

/** The reading that an address carries. */
async function readLink(services: Services, dataset: string, link: string): Promise<Reading | null> {
  const [{ readReading }, model] = await Promise.all([import('#core/ask/link.ts'), modelOf(services)(dataset)])
  return model.ok ? readReading(link, model.value) : null
}

const asksOf = onceFor<Services, Map<string, Ask>>(() => new Map())

/** This visit's conversation about one dataset; it persists across screens. */
export function askingOf(services: Services, dataset: string): Ask {
  const asks = asksOf(services)
  const known = asks.get(dataset)
  if (known) return known
  const ask = createAsk({
    ask: (question, after) => datasetClient(services, dataset).ask(question, after),
    answer: (reading) => answerReading(services, reading),
    write: async (reading) => (await import('#core/ask/link.ts')).writeReading(reading),
    read: (link) => readLink(services, dataset, link),
    keep: (asked) => void import('./asked.ts').then(({ askedOf }) => askedOf(services, dataset).keep(asked)),
  })
  asks.set(dataset, ask)
  return ask
}

/** Where an answer stands: the question, and the reading where the question alone would not give it. */
export function addressOfAsked(dataset: string, { question, link }: Asked): string {
  const said = new URLSearchParams({ tab: 'ask', q: question, ...(link === null ? {} : { r: link }) })
  return `/data/${dataset}?${said.toString()}`
}
