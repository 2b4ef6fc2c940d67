import { describe, expect, test } from 'vitest'
import { understand } from '#core/ask/understand.ts'
import { loadText } from '../../support/load-text.ts'

const load = async (name: string, header: string, row: (at: number) => string) => {
  const rows = Array.from({ length: 80 }, (_, at) => row(at))
  return (await loadText(name, `${header}\n${rows.join('\n')}\n`)).model
}
const claims = await load(
  'claims.csv',
  'claim_no,user,department,amount',
  (at) => `C-${at},user${at % 9},${['IT', 'HR', 'Sales'][at % 3]},${100 + ((at * 37) % 900)}`,
)
const players = await load(
  'players.csv',
  'name,club,age,goals',
  (at) => `Player ${at},${['Ajax', 'Porto', 'Celtic'][at % 3]},${17 + (at % 20)},${(at * 7) % 41}`,
)
const weather = await load(
  'weather.csv',
  'city,wind,rainfall',
  (at) => `${['Bergen', 'Oslo', 'Turku', 'Malmo'][at % 4]},${(at * 3) % 23},${(at * 5) % 31}`,
)

const queryOf = (question: string, model: typeof claims) => {
  const understood = understand(question, model)
  if (understood.status !== 'answer') throw new Error(`${question}: ${JSON.stringify(understood)}`)
  return understood.readings[0].query
}

describe('people by what they do', () => {
  test('[K33] are ranked by the figure of it', () => {
    expect(queryOf('our top 5 spenders', claims)).toMatchObject({
      dimensions: [{ column: 'user' }],
      measures: [{ aggregate: 'sum', column: 'amount' }],
      limit: 5,
    })
  })

  test('[K33] `goalscorers` score goals', () => {
    expect(JSON.stringify(queryOf('top 5 goalscorers', players))).toContain('"goals"')
  })

  test('[K33] needs people and a figure', () => {
    expect(understand('top 5 spenders', weather).status).not.toBe('answer')
    expect(understand('top 5 bowlers', claims).status).not.toBe('answer')
  })

  test('[K34] of an age are a range of the ages', () => {
    expect(queryOf('how many teenagers', players).filters).toEqual([{ op: 'between', column: 'age', from: 13, to: 19 }])
    expect(understand('how many teenagers', claims).status).not.toBe('answer')
  })
})

describe('adjectives', () => {
  test('[K32] say what they measure and which end', () => {
    expect(queryOf('which city is the windiest', weather).measures[0]).toMatchObject({ column: 'wind' })
    const [sort] = queryOf('driest city', weather).sort
    expect(sort?.direction).toBe('ascending')
  })

  test('[K32] are refused where the data has no such column', () => {
    expect(understand('which club is the windiest', players).status).not.toBe('answer')
  })
})
