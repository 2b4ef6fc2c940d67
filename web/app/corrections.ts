import type { Correction } from '#core/semantic/correction.ts'
import { corrections as calls } from '../api.ts'
import { type Corrections, createCorrections } from '../features/ask/corrections.ts'
import { correctionsQueue } from '../local/corrections-queue.ts'
import type { Outcome, Problem } from '../transport.ts'
import { showToast } from '../ui/toast-model.ts'
import { newId } from './new-id.ts'
import { forgetModel } from './questions.ts'
import { isServed } from './workspace.ts'

/** The server does not have this dataset yet: what was said of it waits here. */
const notYet: Problem = { code: 'network/unreachable', status: 0, message: 'Not sent yet.', hint: 'It is sent later.' }
const whenServed = <Value>(dataset: string, call: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> =>
  isServed(dataset) ? call() : Promise.resolve({ ok: false, error: notYet })

const known = new Map<string, Corrections>()

/** What words mean in questions about a dataset. It is kept with the server, and in this browser until it is there. */
export function correctionsOf(dataset: string): Corrections {
  const before = known.get(dataset)
  if (before) return before
  const made = createCorrections({
    list: () => whenServed(dataset, () => calls.list(dataset)),
    send: ({ id, words, column, value }) =>
      whenServed(dataset, () => calls.keep(dataset, { as: id, words, column, value })),
    remove: (id) => whenServed(dataset, () => calls.remove(id)),
    queue: {
      all: async () => (await correctionsQueue.all()).filter((each) => each.dataset === dataset),
      add: (correction) => correctionsQueue.add({ ...correction, dataset }),
      remove: correctionsQueue.remove,
    },
    newId,
    onChange: () => forgetModel(dataset),
    onProblem: ({ message, hint }) => showToast(`${message} ${hint}`),
  })
  addEventListener('online', () => void made.load())
  known.set(dataset, made)
  return made
}

/** Keeps what a word means from now on, and says so. */
export async function teach(dataset: string, correction: Correction, means: string): Promise<boolean> {
  const corrections = correctionsOf(dataset)
  const kept = await corrections.add(correction)
  if (kept)
    showToast(`From now on, “${kept.words}” means ${means} here.`, {
      text: 'Undo',
      run: () => void corrections.remove(kept),
    })
  return kept !== null
}
