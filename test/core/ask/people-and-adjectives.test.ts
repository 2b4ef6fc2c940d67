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
const drivers = await load(
  'drivers.csv',
  'name,team,dob',
  (at) => `Driver ${at},${['Lotus', 'Ferrari'][at % 2]},19${60 + (at % 30)}-0${1 + (at % 9)}-11`,
)
const stations = await load(
  'stations.csv',
  'station,latitude,installation_date,world_rank,happiness_rank,happiness_score',
  (at) =>
    `Station ${at},${37 + ((at * 7) % 80) / 100},2014-0${1 + (at % 9)}-11,${80 - at},${at + 1},${(7 - at / 20).toFixed(2)}`,
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

  test('[K36] of age are read from the days of birth, from the other end', () => {
    expect(queryOf('youngest driver', drivers).sort[0]?.direction).toBe('descending')
    expect(queryOf('oldest driver', drivers).sort[0]?.direction).toBe('ascending')
  })

  test('[K36] of the map are read from its coordinates, and never from a rank', () => {
    const { sort, limit } = queryOf('northernmost station', stations)
    expect([sort[0], limit]).toEqual([{ by: 'latitude', direction: 'descending' }, 1])
    expect(JSON.stringify(queryOf('happiest station', stations))).toContain('"happiness_score"')
  })

  test('[K37] and deeds are named by another form', () => {
    expect(queryOf('stations installed by month', stations).dimensions).toMatchObject([
      { column: 'installation_date', grain: 'month' },
    ])
  })
})
