import type { Completing } from '../features/ask/use-completions.ts'
import { createCompleter } from '../engine/completer.ts'
import { askedOf } from './asked.ts'
import { modelOf } from './questions.ts'

const completer = createCompleter()
let opened: string | null = null

/** What was asked in words alone; what a link carries cannot be typed. */
const askedBefore = (dataset: string): readonly string[] =>
  askedOf(dataset)
    .known.value.filter(({ link }) => link === null)
    .map(({ question }) => question)

/** Gives the worker the model, and what was asked; nothing where both are what it has. */
async function open(dataset: string): Promise<void> {
  const asked = askedOf(dataset)
  const [model] = await Promise.all([modelOf(dataset), asked.known.value.length === 0 ? asked.load() : null])
  if (!model.ok) return
  const before = askedBefore(dataset)
  const key = JSON.stringify([dataset, model.value.version, model.value.rows, model.value.corrections, before])
  if (key === opened) return
  opened = key
  completer.open({ model: model.value, asked: before })
}

/** Completes questions about a dataset while they are typed. */
export const completingOf = (dataset: string): Completing => ({
  begin: () => void open(dataset),
  type: completer.type,
})
