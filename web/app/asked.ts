import { onceFor } from '#core/once-for.ts'
import { asked as calls } from '../api.ts'
import { type AskedList, createAsked } from '../features/ask/asked.ts'
import { askedQueue } from '../local/asked-queue.ts'
import { showToast } from '../ui/toast-model.ts'
import type { Outcome, Problem } from '../transport.ts'
import { newId } from './new-id.ts'
import type { Services } from './services.ts'

/** The server does not have this dataset yet: what was asked of it waits here. */
const notYet: Problem = { code: 'network/unreachable', status: 0, message: 'Not sent yet.', hint: 'It is sent later.' }

const listsOf = onceFor<Services, Map<string, AskedList>>(() => new Map())

/** What was asked of a dataset. It is kept with the server, and in this browser until it is there. */
export function askedOf(services: Services, dataset: string): AskedList {
  const lists = listsOf(services)
  const known = lists.get(dataset)
  if (known) return known
  const whenServed = <Value>(call: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> =>
    services.workspace.isServed(dataset) ? call() : Promise.resolve({ ok: false, error: notYet })
  const list = createAsked(dataset, {
    list: () => whenServed(() => calls.list(dataset)),
    send: ({ id, question, link, askedAt }) =>
      whenServed(() => calls.keep(dataset, { as: id, question, askedAt, ...(link === null ? {} : { link }) })),
    change: (id, change) => whenServed(() => calls.change(id, change)),
    remove: (id) => whenServed(() => calls.remove(id)),
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
