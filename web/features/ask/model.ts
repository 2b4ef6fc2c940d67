import { type Signal, signal } from '@preact/signals'
import type { Reading } from '#core/ask/reading.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import type { Outcome, Problem } from '../../transport.ts'

export type EntryState =
  | { readonly status: 'thinking' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | WireAnswer

/** What names an answer for good: the question, and the reading where the question alone would not give it. */
export type Asked = {
  readonly question: string
  /** A reading as an address carries it; null: as the question is read. */
  readonly link: string | null
}

export type Entry = {
  readonly id: number
  readonly question: string
  readonly link: Signal<string | null>
  readonly state: Signal<EntryState>
}

/** Ports of asking. */
export type AskPorts = {
  /** Asks; the question may follow on from the readings of the answer before, the one on show first. */
  readonly ask: (question: string, after: readonly Reading[]) => Promise<Outcome<WireAnswer>>
  /** Answers one reading, where the question alone would not give it. */
  readonly answer: (reading: Reading) => Promise<Outcome<WireAnswer>>
  readonly write: (reading: Reading) => Promise<string>
  /** The reading that an address carries; null where it carries none. */
  readonly read: (link: string) => Promise<Reading | null>
  /** Keeps what was asked and understood, for the list of what was asked. */
  readonly keep: (asked: Asked) => void
}

const sameReading = (a: Reading, b: Reading): boolean =>
  JSON.stringify([a.query, a.chart]) === JSON.stringify([b.query, b.chart])

/** Every offered reading except the displayed one. */
function othersThan(chosen: Reading, state: EntryState): readonly Reading[] {
  if (state.status === 'answer')
    return [state.reading, ...state.others].filter((reading) => !sameReading(reading, chosen))
  if (state.status === 'clarify') return state.readings.filter((reading) => !sameReading(reading, chosen))
  return []
}

/** What the next question may follow on from. */
function readingsOf(entry: Entry | undefined): readonly Reading[] {
  const state = entry?.state.value
  if (state?.status === 'answer') return [state.reading, ...state.others].slice(0, 6)
  return state?.status === 'clarify' ? state.readings.slice(0, 6) : []
}

const unreadable: Problem = {
  code: 'ask/unreadable-link',
  status: 0,
  message: 'This link holds no answer that can be read.',
  hint: 'Ask the question again.',
}

/** Waits for an answer. The readings that were offered before stay on offer. */
async function settle({ state }: Entry, asked: Promise<Outcome<WireAnswer>>): Promise<void> {
  const { value: before } = state
  state.value = { status: 'thinking' }
  const outcome = await asked
  if (!outcome.ok) state.value = { status: 'failed', problem: outcome.error }
  else if (before.status === 'thinking' || outcome.value.status !== 'answer') state.value = outcome.value
  else state.value = { ...outcome.value, others: [...othersThan(outcome.value.reading, before)] }
}

/** How an entry comes to its answer: by its words, or by the reading that its address carries. */
function createAnswering(ports: AskPorts) {
  async function answerLink(link: string): Promise<Outcome<WireAnswer>> {
    const reading = await ports.read(link)
    return reading ? ports.answer(reading) : { ok: false, error: unreadable }
  }

  /** Answers as the address says. */
  async function retry(entry: Entry): Promise<void> {
    entry.state.value = { status: 'thinking' }
    const { question, link } = entry
    await settle(entry, link.value === null ? ports.ask(question, []) : answerLink(link.value))
  }

  function keep({ question, link, state }: Entry): void {
    const { status } = state.value
    if (status === 'answer' || status === 'clarify') ports.keep({ question, link: link.value })
  }

  return {
    retry,
    async first(entry: Entry): Promise<void> {
      await retry(entry)
      keep(entry)
    },
    /** After the answer before, the address is the reading that the question comes to. */
    async after(entry: Entry, readings: readonly Reading[]): Promise<void> {
      await settle(entry, ports.ask(entry.question, readings))
      const { value: state } = entry.state
      if (state.status === 'answer' && state.follows) entry.link.value = await ports.write(state.reading)
      keep(entry)
    },
    /** Shows another reading of the same question: one that was offered, or one that a person changed. */
    async choose(entry: Entry, reading: Reading): Promise<void> {
      entry.link.value = await ports.write(reading)
      await settle(entry, ports.answer(reading))
      keep(entry)
    },
  }
}

/** The questions of this visit about one dataset, the one on show first, and what came of each. */
export function createAsk(ports: AskPorts) {
  const entries = signal<readonly Entry[]>([])
  const answering = createAnswering(ports)
  let last = 0
  let version: string | null = null

  function enter({ question, link }: Asked): Entry {
    last += 1
    const entry: Entry = { id: last, question, link: signal(link), state: signal<EntryState>({ status: 'thinking' }) }
    entries.value = [entry, ...entries.value]
    return entry
  }

  /** Asks; an empty question is none. */
  async function ask(text: string): Promise<Entry | null> {
    const question = text.trim()
    if (question === '') return null
    const readings = readingsOf(entries.value[0])
    const entry = enter({ question, link: null })
    await answering.after(entry, readings)
    return entry
  }

  /** Brings what an address names to the top, asking it where it was not asked before. */
  async function show(asked: Asked): Promise<void> {
    const same = entries.value.filter(({ question }) => question === asked.question)
    const known = same.find(({ link }) => link.value === asked.link) ?? same[0]
    if (known === undefined) return answering.first(enter(asked))
    entries.value = [known, ...entries.value.filter((each) => each !== known)]
    if (known.link.value === asked.link) return
    known.link.value = asked.link
    await answering.retry(known)
  }

  return {
    entries,
    /** Asks every question again if the data or model changed. */
    follow(now: string): void {
      const isNew = version !== null && version !== now
      version = now
      if (isNew) for (const entry of entries.value) void answering.retry(entry)
    },
    ask,
    show,
    choose: answering.choose,
    retry: answering.retry,
    forget(entry: Entry): void {
      entries.value = entries.value.filter(({ id }) => id !== entry.id)
    },
  }
}
export type Ask = ReturnType<typeof createAsk>
