import { describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { loadText } from '../../support/load-text.ts'

/** Daily visits from 10 January to 20 March 2024 in one shop, of which nobody counted the returns. */
const visits = async () => {
  const days = Array.from({ length: 71 }, (_, at) => new Date(Date.UTC(2024, 0, 10 + at)).toISOString().slice(0, 10))
  const rows = days.map((day, at) => `${day},Main,${at % 3 === 0 ? 'Card' : 'Cash'},${at + 5},${at === 0 ? 1 : ''}`)
  return loadText('visits.csv', `day,shop,payment,amount,returns\n${rows.join('\n')}\n`)
}

async function notes(question: string, now?: number): Promise<readonly string[]> {
  const { model, source } = await visits()
  const answer = await askSource(question, { model, source, now })
  if (answer.status !== 'answer') throw new Error(`${question}: ${JSON.stringify(answer)}`)
  return answer.notes
}

describe('what the figures alone do not say', () => {
  test('[S1] which condition left nothing', async () => {
    expect(await notes('total amount in 2025 paid by Card')).toEqual([
      expect.stringMatching(/^Without “Day in 2025”, 24 .* match\.$/),
    ])
  })

  test('[S2] that a first or last period is not complete', async () => {
    expect(await notes('total amount by month')).toEqual([
      'Jan 2024 is not complete: the data begin on 10 Jan 2024.',
      'Mar 2024 is not complete: the data end on 20 Mar 2024.',
    ])
  })

  test('[S2] says nothing of averages, nor of data that are dated once a month', async () => {
    expect(await notes('average amount by month')).toEqual([])
    const months = Array.from(
      { length: 14 },
      (_, at) => `${new Date(Date.UTC(2023, at, 1)).toISOString().slice(0, 10)},${at}`,
    )
    const { model, source } = await loadText('months.csv', `month,amount\n${months.join('\n')}\n`)
    const answer = await askSource('total amount by month', { model, source })
    expect(answer).toMatchObject({ status: 'answer', notes: [] })
  })

  test('[S3] that there is only one group', async () => {
    expect(await notes('total amount by shop')).toEqual(['There is only one shop here: Main.'])
  })

  test('[S4] that dates lie after today', async () => {
    expect(await notes('average amount by month', Date.UTC(2024, 1, 1))).toEqual([
      'Day runs to 20 Mar 2024, after today.',
    ])
    expect(await notes('average amount by month', Date.UTC(2024, 5, 1))).toEqual([])
  })
})
