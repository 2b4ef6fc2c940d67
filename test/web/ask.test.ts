import { describe, expect, test } from 'vitest'
import type { Reading } from '#core/ask/reading.ts'
import { query } from '#core/query/query.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import { createAsk } from '#web/features/ask/model.ts'
import type { Outcome } from '#web/transport.ts'

const reading = (title: string): Reading => ({
  title,
  query: query.parse({ dataset: 'd', measures: [{ aggregate: 'sum', column: title }] }),
  chart: null,
  evidence: [],
  chips: [],
  score: 0.5,
})
const answer = (of: Reading, others: Reading[] = []): WireAnswer => ({
  status: 'answer',
  sentence: `${of.title}: 1.`,
  table: { columns: [], rows: [], ms: 1 },
  chart: { type: 'number', channels: {}, settings: {} },
  reading: of,
  others,
  confidence: 0.5,
  notes: [],
  follows: false,
})
const good = (value: WireAnswer): Outcome<WireAnswer> => ({ ok: true, value })

const ports = {
  write: async (of: Reading) => of.title,
  read: async (link: string) => reading(link),
  keep: () => undefined,
}

describe('asking', () => {
  test('keeps the questions of the session, newest first', async () => {
    const ask = createAsk({
      ...ports,
      ask: async (question) => good(answer(reading(question))),
      answer: async (of) => good(answer(of)),
    })
    await ask.ask(' Sales ')
    await ask.ask('  ')
    await ask.ask('Profit')
    expect(ask.entries.value.map(({ question }) => question)).toEqual(['Profit', 'Sales'])
    expect(ask.entries.value[0]?.state.value).toMatchObject({ status: 'answer', sentence: 'Profit: 1.' })
  })

  test('asks every question anew when the data is another, and only then', async () => {
    let asked = 0
    const ask = createAsk({
      ...ports,
      ask: async (question) => good(answer(reading(`${question} ${(asked += 1)}`))),
      answer: async (of) => good(answer(of)),
    })
    ask.follow('version 1')
    await ask.ask('Sales')
    ask.follow('version 1')
    expect(asked).toBe(1)
    ask.follow('version 2')
    await expect.poll(() => ask.entries.value[0]?.state.value).toMatchObject({ sentence: 'Sales 2: 1.' })
  })

  test('shows another reading, and offers the first one in return', async () => {
    const [sales, profit, cost] = [reading('Sales'), reading('Profit'), reading('Cost')] as const
    const ask = createAsk({
      ...ports,
      ask: async () => good(answer(sales, [profit, cost])),
      answer: async (of) => good(answer(of)),
    })
    await ask.ask('How much')
    const [entry] = ask.entries.value
    if (entry) await ask.choose(entry, profit)
    expect(entry?.state.value).toMatchObject({
      sentence: 'Profit: 1.',
      others: [{ title: 'Sales' }, { title: 'Cost' }],
    })
  })

  test('answers the reading chosen when it had to ask back', async () => {
    const [sales, profit] = [reading('Sales'), reading('Profit')] as const
    const ask = createAsk({
      ...ports,
      ask: async () => good({ status: 'clarify', question: 'Which?', readings: [sales, profit] }),
      answer: async (of) => good(answer(of)),
    })
    await ask.ask('How much')
    const [entry] = ask.entries.value
    if (entry) await ask.choose(entry, sales)
    expect(entry?.state.value).toMatchObject({ status: 'answer', others: [{ title: 'Profit' }] })
  })

  test('says what went wrong, and asks again when told to', async () => {
    let reachable = false
    const problem = { code: 'network/unreachable', status: 0, message: 'No.', hint: 'Later.' }
    const ask = createAsk({
      ...ports,
      ask: async () => (reachable ? good(answer(reading('Sales'))) : { ok: false, error: problem }),
      answer: async (of) => good(answer(of)),
    })
    await ask.ask('Sales')
    const [entry] = ask.entries.value
    expect(entry?.state.value).toEqual({ status: 'failed', problem })
    reachable = true
    if (entry) await ask.retry(entry)
    expect(entry?.state.value.status).toBe('answer')
  })
})
