import { beforeAll, describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import { spreadOf, withSpread } from '#core/ask/spread.ts'
import { runQuery } from '#core/engine/run-query.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadText } from '../../support/load-text.ts'

/** The fares 1 to 100, and two far above them. */
const fares = [...Array.from({ length: 100 }, (_, at) => at + 1), 500, 900]
const csv = `rider,fare,zone\n${fares.map((fare, at) => `r${at},${fare},${'AB'[at % 2]}`).join('\n')}\n`
let rides: LoadedText
beforeAll(async () => {
  rides = await loadText('rides.csv', csv)
})

const ask = (question: string) => askSource(question, rides)
const quartiles = [26.25, 76.75] as const
const [low, high] = [quartiles[0] - 1.5 * 50.5, quartiles[1] + 1.5 * 50.5]

describe('[N4] values far from the others', () => {
  test('has the mean and the quartiles of all values first', async () => {
    const known = await withSpread('fare', {
      ...rides,
      run: (asked) => runQuery(asked, rides.source),
    })
    const column = known?.columns.find(({ name }) => name === 'fare')
    expect(column && spreadOf(column)).toMatchObject({ lower: quartiles[0], upper: quartiles[1] })
    expect(readQuestion('how many fare outliers', rides.model)).toMatchObject({ wants: 'fare', beyond: 'outliers' })
  })

  test.each([
    ['how many rides are fare outliers', { or: [low, high] }, 2],
    ['fare outliers by the interquartile range rule - how many?', { or: [low, high] }, 2],
    ['how many fare outliers by the 1.5 x IQR rule', { or: [low, high] }, 2],
  ])('%s: beyond the quartiles', async (question, { or }, count) => {
    const answer = await ask(question)
    expect(answer).toMatchObject({
      status: 'answer',
      reading: {
        query: {
          measures: [{ aggregate: 'count' }],
          filters: [
            {
              op: 'or',
              filters: [
                { op: 'less', value: or[0] },
                { op: 'greater', value: or[1] },
              ],
            },
          ],
        },
      },
    })
    expect(answer.status === 'answer' && answer.table.columns[0]).toMatchObject({ values: Float64Array.of(count) })
  })

  test.each([
    ['how many rides have a fare more than 3 standard deviations above the mean', 'greater'],
    ['number of rides whose fare was 2 std devs below the mean', 'less'],
    ['how many rides are within 2 standard deviations of the mean fare', 'between'],
    ['average fare without outliers', 'between'],
    ['how many fares are more than three standard deviations from the mean', 'or'],
  ])('%s', async (question, op) => {
    const answer = await ask(question)
    expect(answer).toMatchObject({ status: 'answer', reading: { query: { filters: [{ op }] } } })
  })

  test('lists them where nothing is counted, and says the bounds', async () => {
    const answer = await ask('which fares are outliers')
    expect(answer).toMatchObject({ status: 'answer', table: { rows: 2 } })
    const chips = answer.status === 'answer' ? answer.reading.chips.map(({ text }) => text) : []
    expect(chips).toContain('Fare below −49.50 or above 152.50 (1.5 interquartile ranges beyond the quartiles)')
  })

  test('draws what is asked of the others', async () => {
    const answer = await ask('distribution of fare without outliers')
    expect(answer).toMatchObject({
      status: 'answer',
      reading: { query: { dimensions: [{ column: 'fare' }], filters: [{ op: 'between' }] } },
    })
  })

  test('is refused without a column of numbers', async () => {
    expect(await ask('which zones are outliers')).toMatchObject({
      status: 'refuse',
      reason: expect.stringContaining('outliers of no column of numbers'),
    })
  })
})
