import { onceFor } from '#core/once-for.ts'
import type { Completing } from '../features/ask/use-completions.ts'
import { createCompleter } from '../engine/completer.ts'
import { askedOf } from './asked.ts'
import { modelOf } from './questions.ts'
import type { Services } from './services.ts'

/** What was asked in words alone; what a link carries cannot be typed. */
const askedBefore = (services: Services, dataset: string): readonly string[] =>
  askedOf(services, dataset)
    .known.value.filter(({ link }) => link === null)
    .map(({ question }) => question)

type Opened = {
  readonly completer: ReturnType<typeof createCompleter>
  /** What the worker has; null before it has anything. */
  key: string | null
}

/** One worker completes questions about whatever is on show. */
const openedBy = onceFor<Services, Opened>(() => ({ completer: createCompleter(), key: null }))

/** Gives the worker the model, and what was asked; nothing where both are what it has. */
async function open(services: Services, dataset: string): Promise<void> {
  const [asked, opened] = [askedOf(services, dataset), openedBy(services)]
  const [model] = await Promise.all([modelOf(services)(dataset), asked.known.value.length === 0 ? asked.load() : null])
  if (!model.ok) return
  const before = askedBefore(services, dataset)
  const key = JSON.stringify([dataset, model.value.version, model.value.rows, model.value.corrections, before])
  if (key === opened.key) return
  opened.key = key
  opened.completer.open({ model: model.value, asked: before })
}

/** Completes questions about a dataset while they are typed. */
export const completingOf = (services: Services, dataset: string): Completing => ({
  begin: () => void open(services, dataset),
  type: openedBy(services).completer.type,
})
