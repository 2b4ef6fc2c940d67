import { answerReading } from '#core/ask/answer-reading.ts'
import type { Reading } from '#core/ask/reading.ts'
import { answerToWire, type WireAnswer } from '#core/wire/answer.ts'
import type { Outcome } from '../transport.ts'
import { modelOf, queryDataset } from './questions.ts'
import type { Services } from './services.ts'

/** Answers one reading of a question, with the result the server would give. */
export async function answerFor(services: Services, reading: Reading): Promise<Outcome<WireAnswer>> {
  const model = await modelOf(services)(reading.query.dataset)
  if (!model.ok) return model
  const started = performance.now()
  const answer = await answerReading([reading], {
    model: model.value,
    run: (asked) => queryDataset(services)(asked),
    now: Date.now(),
  })
  if (!answer.ok) return answer
  return { ok: true, value: answerToWire(answer.value, model.value, performance.now() - started) }
}
