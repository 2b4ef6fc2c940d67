import { signal } from '@preact/signals'
import type { Correction } from '#core/semantic/correction.ts'
import { mayPass, type Outcome, type Problem } from '../../transport.ts'

/** What a word means, as it is kept. */
export type KeptCorrection = Correction & { readonly id: string }

/** What the corrections of one dataset need of the world. */
export type CorrectionPorts = {
  readonly list: () => Promise<Outcome<readonly KeptCorrection[]>>
  readonly send: (correction: KeptCorrection) => Promise<Outcome<null>>
  readonly remove: (id: string) => Promise<Outcome<null>>
  /** What this browser keeps until the server has it. */
  readonly queue: {
    readonly all: () => Promise<readonly KeptCorrection[]>
    readonly add: (correction: KeptCorrection) => Promise<void>
    readonly remove: (id: string) => Promise<void>
  }
  readonly newId: () => string
  /** Called when questions are read differently from now on. */
  readonly onChange: () => void
  readonly onProblem: (problem: Problem) => void
}

const byWords = (a: Correction, b: Correction): number => a.words.localeCompare(b.words)

/** Sends what waits; tells what the server refuses for good, which is dropped. False where something was refused. */
async function sendAll(ports: CorrectionPorts, onRefused: (id: string) => void): Promise<boolean> {
  let isTaken = true
  for (const each of await ports.queue.all()) {
    const sent = await ports.send(each)
    if (!sent.ok && mayPass(sent.error)) return isTaken
    await ports.queue.remove(each.id)
    if (sent.ok) continue
    isTaken = false
    onRefused(each.id)
    ports.onProblem(sent.error)
  }
  return isTaken
}

/** The list as it is known here: the server's, with what is not sent yet. */
function createKnown(ports: CorrectionPorts) {
  const known = signal<readonly KeptCorrection[]>([])
  let loading: Promise<void> | null = null
  const drop = (id: string): void => void (known.value = known.value.filter((each) => each.id !== id))
  const put = (kept: KeptCorrection): void => {
    known.value = [kept, ...known.value.filter(({ words }) => words !== kept.words)].sort(byWords)
  }
  async function read(): Promise<void> {
    await sendAll(ports, drop)
    const listed = await ports.list()
    if (listed.ok) known.value = [...listed.value].sort(byWords)
    // Read again where the server could not be asked.
    else loading = null
    for (const each of await ports.queue.all()) put(each)
  }
  return {
    known,
    drop,
    put,
    load: (): Promise<void> => (loading ??= read()),
    again(): Promise<void> {
      loading = read()
      return loading
    },
  }
}

/** What words mean in questions about one dataset: kept on the server, and here until it is there. */
export function createCorrections(ports: CorrectionPorts) {
  const { known, drop, put, load, again } = createKnown(ports)
  /** Rises each time that questions are read differently. */
  const revision = signal(0)
  const tell = (): void => {
    ports.onChange()
    revision.value += 1
  }
  return {
    known,
    revision,
    load,
    /** What counts now. */
    async current(): Promise<readonly Correction[]> {
      await load()
      return known.value.map(({ words, column, value }) => ({ words, column, value }))
    },
    /** From now on the words mean that; null where the server refuses it. */
    async add({ words, column, value }: Correction): Promise<KeptCorrection | null> {
      const kept = { id: ports.newId(), words: words.trim().toLowerCase(), column, value }
      // Before anything is waited for: whoever leaves the page now loses nothing.
      await ports.queue.add(kept)
      await load()
      put(kept)
      const isTaken = await sendAll(ports, drop)
      // The server keeps the same words once, under the id of the first.
      await again()
      tell()
      return isTaken ? (known.value.find((each) => each.words === kept.words) ?? kept) : null
    },
    async remove(kept: KeptCorrection): Promise<void> {
      const isQueued = (await ports.queue.all()).some(({ id }) => id === kept.id)
      drop(kept.id)
      await ports.queue.remove(kept.id)
      const removed = isQueued ? null : await ports.remove(kept.id)
      const isGone = removed === null || removed.ok || removed.error.status === 404
      if (isGone) return tell()
      put(kept)
      ports.onProblem(removed.error)
    },
  }
}
export type Corrections = ReturnType<typeof createCorrections>
