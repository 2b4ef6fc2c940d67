import { type Signal, signal } from '@preact/signals'
import type { Reading } from '#core/ask/reading.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import type { Outcome, Problem } from '../../transport.ts'

export type EntryState =
  | { readonly status: 'thinking' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | WireAnswer

export type Entry = { readonly id: number; readonly question: string; readonly state: Signal<EntryState> }

/** Ports of asking. */
export type AskPorts = {
  readonly ask: (question: string) => Promise<Outcome<WireAnswer>>
  /** Answers another reading of the question. */
  readonly answer: (reading: Reading) => Promise<Outcome<WireAnswer>>
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

/** This visit's questions about one dataset and their answers, newest first. */
export function createAsk(ports: AskPorts) {
  const entries = signal<readonly Entry[]>([])
  let last = 0
  let version: string | null = null

  async function settle({ state }: Entry, asked: Promise<Outcome<WireAnswer>>): Promise<void> {
    const { value: before } = state
    state.value = { status: 'thinking' }
    const outcome = await asked
    if (!outcome.ok) state.value = { status: 'failed', problem: outcome.error }
    else if (before.status === 'thinking' || outcome.value.status !== 'answer') state.value = outcome.value
    else state.value = { ...outcome.value, others: [...othersThan(outcome.value.reading, before)] }
  }

  async function retry(entry: Entry): Promise<void> {
    entry.state.value = { status: 'thinking' }
    await settle(entry, ports.ask(entry.question))
  }

  return {
    entries,
    /** Asks every question again if the data or model changed. */
    follow(now: string): void {
      const isNew = version !== null && version !== now
      version = now
      if (isNew) for (const entry of entries.value) void retry(entry)
    },
    /** Asks a question; ignores empty text. */
    async ask(text: string): Promise<void> {
      const question = text.trim()
      if (question === '') return
      last += 1
      const entry: Entry = { id: last, question, state: signal<EntryState>({ status: 'thinking' }) }
      entries.value = [entry, ...entries.value]
      await settle(entry, ports.ask(question))
    },
    /** Shows another reading of the same question. */
    choose: (entry: Entry, reading: Reading) => settle(entry, ports.answer(reading)),
    retry,
    forget(entry: Entry): void {
      entries.value = entries.value.filter(({ id }) => id !== entry.id)
    },
  }
}
export type Ask = ReturnType<typeof createAsk>
