import { expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import { loadText } from '../../support/load-text.ts'
import { short } from './short-query.ts'

const rows = Array.from({ length: 120 }, (_, at) =>
  [
    `C${at}`,
    ['Sales', 'Research', 'Support'][at % 3],
    ['Approved', 'Declined'][at % 2],
    100 + ((at * 37) % 900),
    (at % 20) / 20,
  ].join(','),
)
const claims = loadText('claims.csv', `claim_id,department,state,amount,decline_rate\n${rows.join('\n')}\n`)

const start = Date.UTC(2024, 0, 1)
const weather = loadText(
  'weather.csv',
  `measured_at,visibility,temperature\n${Array.from({ length: 200 }, (_, at) =>
    [new Date(start + at * 6 * 3_600_000).toISOString(), 100 * (at % 50), ((at * 7) % 31) - 5].join(','),
  ).join('\n')}\n`,
)

const asked = async (question: string, data = claims): Promise<string> => {
  const [first] = readQuestion(question, (await data).model).readings
  return first ? short(first.query) : 'nothing'
}

test('[K60] the worst of what nobody wants is the highest', async () => {
  expect(await asked('which department has the worst decline rate')).toBe(
    await asked('which department has the highest decline rate'),
  )
  expect(await asked('which department has the best decline rate')).toBe(
    await asked('which department has the lowest decline rate'),
  )
})

test('[K61] the overall average is of other rows than those of a value', async () => {
  const answer = await askSource(
    'how many Declined claims have an amount above the overall average amount',
    await claims,
  )
  expect(answer.status).toBe('refuse')
})

test('[W8] thousands of metres are not millions', async () => {
  expect(await asked('how many rows have visibility under 1000 m', weather)).toContain('visibility less 1000')
  expect(await asked('how many claims over $2 m')).toContain('amount greater 2000000')
})

test.each(['claims that ended up Declined, how many', 'how many claims came out Declined'])(
  '[H10] %s',
  async (question) => {
    expect(await asked(question)).toContain('state=Declined')
  },
)

test('[H10] a clause that asks is not talk', async () => {
  const answer = await askSource('Can you split the claims by gadget for me? just the counts', await claims)
  expect(answer.status).toBe('refuse')
})
