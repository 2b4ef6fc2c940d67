import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/ask/answer.ts'
import { askSource } from '#core/ask/ask-source.ts'
import { loadText } from '../../support/load-text.ts'

const statuses = ['Open', 'Solved', 'Closed', 'Closed']
const priorities = ['Low', 'Urgent', 'Normal']
const agents = ['Mia Kern', 'Tom Ellis', 'Priya Nair', 'Jon Okafor', 'Tom Ellis']

/** Tickets of a help desk: `Open` is a status beside the day on which each was opened. */
const tickets = [
  'Ticket ID,Opened,Status,Priority,Agent,First reply minutes',
  ...Array.from({ length: 120 }, (_, row) => {
    const day = `2024-${String((row % 12) + 1).padStart(2, '0')}-11`
    return [`T-${row}`, day, statuses[row % 4], priorities[row % 3], agents[row % 5], (row * 37) % 200].join(',')
  }),
].join('\n')

const expenses = [
  'number,opened_at,department,user,category,amount',
  ...Array.from({ length: 120 }, (_, row) => {
    const day = `2024-${String((row % 12) + 1).padStart(2, '0')}-03`
    return [`EXP${row}`, day, `D${row % 3}`, `U${row % 7}`, row % 2 ? 'Travel' : 'Services', 100 + row].join(',')
  }),
].join('\n')

async function answerOf(name: string, text: string, question: string): Promise<Answer> {
  const { model, source } = await loadText(name, text)
  return askSource(question, { model, source })
}

describe('every word counts', () => {
  test.each(['how many open tickets', 'how many tickets are still open'])(
    '[H1] %s: a state is a condition',
    async (question) => {
      const answer = await answerOf('tickets.csv', tickets, question)
      if (answer.status !== 'answer') throw new Error(answer.status)
      expect(answer.text).toBe('30 tickets have Status Open, 25% of all 120.')
    },
  )

  test.each([
    ['how many completed tickets', 'completed'],
    ['how many cancelled tickets', 'cancelled'],
    ['agents with more than 4 elephants', 'elephants'],
    ['tallest 3 agents', 'tallest'],
  ])('[H1] %s is refused, naming %s', async (question, word) => {
    const answer = await answerOf('tickets.csv', tickets, question)
    if (answer.status !== 'refuse') throw new Error(answer.status)
    expect(answer.reason).toContain(`“${word}”`)
  })

  test('[M5] the most of what the rows are is counted, whatever stands before it', async () => {
    const answer = await answerOf('tickets.csv', tickets, 'which agent has the most urgent tickets')
    if (answer.status !== 'answer') throw new Error(answer.status)
    expect(answer.text).toMatch(/^Tom Ellis has the most tickets where Priority is Urgent: 16\./)
  })

  test('[M5] words for money are amounts, and no noun of the rows', async () => {
    const answer = await answerOf('expenses.csv', expenses, 'compare travel and services spend')
    if (answer.status !== 'answer') throw new Error(answer.status)
    expect(answer.text).toMatch(/^Travel has the higher total amount .*: 9,600 \(50\.2% of the total\)/)
  })

  test('[K12] of groups that a condition leaves, no part of the whole is told', async () => {
    const answer = await answerOf('expenses.csv', expenses, 'top 2 users in each department by amount')
    if (answer.status !== 'answer') throw new Error(answer.status)
    expect(answer.text).toMatch(/^Highest total amount in each department: D0: U\d \([\d,]+\); D1: /)
    expect(answer.text).not.toContain('%')
  })
})
