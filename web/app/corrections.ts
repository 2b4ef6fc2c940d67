import type { Correction } from '#core/semantic/correction.ts'
import { onceFor } from '#core/once-for.ts'
import { corrections as calls } from '../api.ts'
import { type Corrections, createCorrections } from '../features/ask/corrections.ts'
import { correctionsQueue } from '../local/corrections-queue.ts'
import type { Outcome, Problem } from '../transport.ts'
import { showToast } from '../ui/toast-model.ts'
import { forgetModel } from './known-models.ts'
import { newId } from './new-id.ts'

import type { Services } from './services.ts'

/** The server does not have this dataset yet: what was said of it waits here. */
const notYet: Problem = { code: 'network/unreachable', status: 0, message: 'Not sent yet.', hint: 'It is sent later.' }

function create(services: Services, dataset: string): Corrections {
  const whenServed = <Value>(call: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> =>
    services.workspace.isServed(dataset) ? call() : Promise.resolve({ ok: false, error: notYet })
  const made = createCorrections({
    list: () => whenServed(() => calls.list(dataset)),
    send: ({ id, words, column, value }) => whenServed(() => calls.keep(dataset, { as: id, words, column, value })),
    remove: (id) => whenServed(() => calls.remove(id)),
    queue: {
      all: async () => (await correctionsQueue.all()).filter((each) => each.dataset === dataset),
      add: (correction) => correctionsQueue.add({ ...correction, dataset }),
      remove: correctionsQueue.remove,
    },
    newId,
    onChange: () => forgetModel(services, dataset),
    onProblem: ({ message, hint }) => showToast(`${message} ${hint}`),
  })
  addEventListener('online', () => void made.load())
  return made
}

/** What words mean in questions about a dataset. It is kept with the server, and in this browser until it is there. */
export const correctionsOf = onceFor((services: Services) => {
  const known = new Map<string, Corrections>()
  return (dataset: string): Corrections => {
    const made = known.get(dataset) ?? create(services, dataset)
    known.set(dataset, made)
    return made
  }
})

/** Keeps what a word means from now on, and says so. */
export async function teach(
  services: Services,
  dataset: string,
  correction: Correction,
  means: string,
): Promise<boolean> {
  const corrections = correctionsOf(services)(dataset)
  const kept = await corrections.add(correction)
  if (kept)
    showToast(`From now on, “${kept.words}” means ${means} here.`, {
      text: 'Undo',
      run: () => void corrections.remove(kept),
    })
  return kept !== null
}
