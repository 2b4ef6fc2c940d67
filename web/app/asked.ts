import { asked as calls } from '../api.ts'
import { type AskedList, createAsked } from '../features/ask/asked.ts'
import { askedQueue } from '../local/asked-queue.ts'
import { showToast } from '../ui/toast-model.ts'
import type { Outcome, Problem } from '../transport.ts'
import { newId } from './new-id.ts'
import { isServed } from './workspace.ts'

/** The server does not have this dataset yet: what was asked of it waits here. */
const notYet: Problem = { code: 'network/unreachable', status: 0, message: 'Not sent yet.', hint: 'It is sent later.' }
const whenServed = <Value>(dataset: string, call: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> =>
  isServed(dataset) ? call() : Promise.resolve({ ok: false, error: notYet })

const lists = new Map<string, AskedList>()

/** What was asked of a dataset. It is kept with the server, and in this browser until it is there. */
export function askedOf(dataset: string): AskedList {
  const known = lists.get(dataset)
  if (known) return known
  const list = createAsked(dataset, {
    list: () => whenServed(dataset, () => calls.list(dataset)),
    send: ({ id, question, link, askedAt }) =>
      whenServed(dataset, () => calls.keep(dataset, { as: id, question, askedAt, ...(link === null ? {} : { link }) })),
    change: (id, change) => whenServed(dataset, () => calls.change(id, change)),
    remove: (id) => whenServed(dataset, () => calls.remove(id)),
    queue: {
      all: async () => (await askedQueue.all()).filter((each) => each.dataset === dataset),
      add: (question) => askedQueue.add({ ...question, dataset }),
      remove: askedQueue.remove,
    },
    newId,
    now: () => new Date(),
    onProblem: ({ message, hint }) => showToast(`${message} ${hint}`),
  })
  addEventListener('online', () => void list.flush())
  lists.set(dataset, list)
  return list
}
