import { beforeAll, describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import { loadText, type LoadedText } from '../../support/load-text.ts'

const teams = ['Red', 'Blue', 'Green']
/** Sixty projects: every third spends more than its budget; each lasts ten days longer than the one before. */
const projects = Array.from({ length: 60 }, (_, at) => {
  const begin = Date.UTC(2023, 0, 1 + at)
  const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
  const budget = 1000 + ((at * 37) % 500)
  const cost = at % 3 === 0 ? budget + 50 : budget - 20
  const [north, south] = [100 + ((at * 13) % 90), 100 + ((at * 29) % 95)]
  return [
    `P${at}`,
    teams[at % 3],
    day(begin),
    day(begin + (30 + at * 10) * 86_400_000),
    budget,
    cost,
    north,
    south,
    300,
  ].join(',')
})
const csv = `project_id,team,start_date,end_date,budget,cost,votes_north,votes_south,votes_total\n${projects.join('\n')}\n`

let loaded: LoadedText
beforeAll(async () => {
  loaded = await loadText('projects.csv', csv)
})

const best = (question: string) => readQuestion(question, loaded.model).readings[0]
const formulaOf = (question: string) => best(question)?.query.calculations[0]?.formula

describe('[O1] a column against another', () => {
  test.each([
    ['how many projects have cost higher than budget', '[cost] > [budget]'],
    ['projects where the cost exceeds the budget', '[cost] > [budget]'],
    ['number of projects whose votes north beat votes south', '[votes_north] > [votes_south]'],
    ['in how many projects did north beat south', '[votes_north] > [votes_south]'],
  ])('%s', (question, formula) => {
    expect(formulaOf(question)).toBe(formula)
    expect(best(question)?.query.filters).toMatchObject([{ op: 'in', values: [true] }])
  })

  test('is counted, listed and grouped as any condition is', async () => {
    const counted = await askSource('how many projects have cost higher than budget', loaded)
    expect(counted).toMatchObject({
      status: 'answer',
      text: expect.stringMatching(/^20 projects have Cost over Budget/),
    })
    const grouped = await askSource('projects where cost exceeds budget by team', loaded)
    expect(grouped).toMatchObject({ status: 'answer', table: { rows: 1 } })
  })

  test('says that what reaches an aim was guessed', () => {
    const chips = best('how many projects missed their budget')?.chips.map(({ text }) => text) ?? []
    expect(chips.join()).toContain('Cost under Budget (Cost is a guess)')
  })

  test('takes both of a pair, and no column beside it', () => {
    expect(best('north minus south votes')?.query.measures[0]?.formula).toBe('sum([votes_north]) - sum([votes_south])')
  })
})

describe('[O3] figures of one column side by side', () => {
  const figures = (question: string) =>
    best(question)?.query.measures.map(({ aggregate, column }) => `${aggregate} ${column}`)
  test.each([
    ['highest and lowest cost', ['max cost', 'min cost']],
    ['lowest, highest and average cost by team', ['min cost', 'max cost', 'mean cost']],
    ['highest, lowest and median cost', ['max cost', 'min cost', 'median cost']],
  ])('%s', (question, expected) => {
    expect(figures(question)).toEqual(expected)
  })
})

describe('[O4] a figure in another unit', () => {
  let weather: LoadedText
  beforeAll(async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `${50 + at},${60 + at},${at * 2},${10 + (at % 7)}`)
    weather = await loadText(
      'w.csv',
      `mean_temperature_f,max_temperature_f,distance_miles,weight_g\n${rows.join('\n')}\n`,
    )
  })

  test.each([
    ['average mean temperature in celsius', [(69.5 - 32) * (5 / 9)]],
    ['total distance in km', [1560 * 1.609344]],
    ['average weight in kg', [(10 * 6 + 11 * 6 + 12 * 6 + 13 * 6 + 14 * 6 + 15 * 5 + 16 * 5) / 40 / 1000]],
  ])('%s', async (question, values) => {
    const answer = await askSource(question, weather)
    const [column] = answer.status === 'answer' ? answer.table.columns : []
    expect(column?.type === 'decimal' && column.values[0]).toBeCloseTo(values[0] ?? 0, 9)
  })

  test('[C13] of the highest, the mean and the lowest, the mean', async () => {
    const answer = await askSource('average temperature in celsius', weather)
    expect(answer.status === 'answer' && answer.reading.title).toBe('Average mean temperature f in celsius')
  })

  test('of a total of degrees there is none', async () => {
    expect(await askSource('total max temperature in celsius', weather)).not.toMatchObject({ status: 'answer' })
  })
})

describe('[O2] the time between two moments', () => {
  test.each([
    ['average days from start to end', "mean(date_diff('day', [start_date], [end_date]))"],
    ['average length in days from start date to end date', "mean(date_diff('day', [start_date], [end_date]))"],
    ['median number of weeks between start date and end date', "median(date_diff('week', [start_date], [end_date]))"],
    ['time from start date to end date by team', "mean(date_diff('day', [start_date], [end_date]))"],
  ])('%s', (question, formula) => {
    expect(best(question)?.query.measures).toMatchObject([{ formula }])
  })

  test('is computed row by row', async () => {
    const answer = await askSource('average days from start to end', loaded)
    expect(answer.status === 'answer' && answer.table.columns[0]).toMatchObject({ values: Float64Array.of(325) })
  })
})
