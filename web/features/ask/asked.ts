import { computed, signal } from '@preact/signals'
import type { WireAskedQuestion } from '#core/wire/asked-question.ts'
import { mayPass, type Outcome, type Problem } from '../../transport.ts'
import type { Asked as AskedThing } from './model.ts'

type Queued = AskedThing & { readonly id: string; readonly askedAt: string }
type Change = { readonly name?: string; readonly isFavourite?: boolean }

/** What the list of what was asked of one dataset needs of the world. */
export type AskedPorts = {
  readonly list: () => Promise<Outcome<readonly WireAskedQuestion[]>>
  readonly send: (question: Queued) => Promise<Outcome<null>>
  readonly change: (id: string, change: Change) => Promise<Outcome<WireAskedQuestion>>
  readonly remove: (id: string) => Promise<Outcome<null>>
  /** What this browser keeps until the server has it. */
  readonly queue: {
    readonly all: () => Promise<readonly Queued[]>
    readonly add: (question: Queued) => Promise<void>
    readonly remove: (id: string) => Promise<void>
  }
  readonly newId: () => string
  readonly now: () => Date
  readonly onProblem: (problem: Problem) => void
}

const newestFirst = (a: WireAskedQuestion, b: WireAskedQuestion): number =>
  Number(b.isFavourite) - Number(a.isFavourite) || b.askedAt.localeCompare(a.askedAt)

const isSame = (a: AskedThing, b: AskedThing): boolean => a.question === b.question && a.link === b.link

/** What was asked of one dataset: kept on the server, and here until it is there. */
export function createAsked(dataset: string, ports: AskedPorts) {
  const known = signal<readonly WireAskedQuestion[]>([])
  const sought = signal('')
  const shown = computed(() => {
    const text = sought.value.trim().toLowerCase()
    const found = known.value.filter(({ question, name }) => `${name} ${question}`.toLowerCase().includes(text))
    return found.toSorted(newestFirst)
  })

  /** Sends what waits; what the server refuses for good is dropped. */
  async function flush(): Promise<void> {
    for (const each of await ports.queue.all()) {
      const sent = await ports.send(each)
      if (!sent.ok && mayPass(sent.error)) return
      await ports.queue.remove(each.id)
    }
  }

  const asKept = ({ id, question, link, askedAt }: Queued): WireAskedQuestion => {
    const before = known.value.find((each) => isSame(each, { question, link }))
    return { name: '', isFavourite: false, ...before, id: before?.id ?? id, dataset, question, link, askedAt }
  }
  const put = (row: WireAskedQuestion): void => {
    known.value = [row, ...known.value.filter((each) => each.id !== row.id)]
  }

  async function load(): Promise<void> {
    for (const each of await ports.queue.all()) put(asKept(each))
    await flush()
    const listed = await ports.list()
    if (!listed.ok) return
    known.value = listed.value
    for (const each of await ports.queue.all()) put(asKept(each))
  }

  return {
    shown,
    sought,
    known,
    load,
    flush,
    async keep(asked: AskedThing): Promise<void> {
      const queued: Queued = { ...asked, id: ports.newId(), askedAt: ports.now().toISOString() }
      put(asKept(queued))
      await ports.queue.add(queued)
      await flush()
    },
    async change(row: WireAskedQuestion, change: Change): Promise<void> {
      put({ ...row, ...change })
      const changed = await ports.change(row.id, change)
      if (changed.ok) return put(changed.value)
      put(row)
      ports.onProblem(changed.error)
    },
    async remove(row: WireAskedQuestion): Promise<void> {
      const before = known.value
      known.value = before.filter(({ id }) => id !== row.id)
      await ports.queue.remove(row.id)
      const removed = await ports.remove(row.id)
      if (removed.ok || removed.error.status === 404) return
      known.value = before
      ports.onProblem(removed.error)
    },
  }
}
export type AskedList = ReturnType<typeof createAsked>
