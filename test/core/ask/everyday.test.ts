import { beforeAll, describe, expect, test } from 'vitest'
import { readQuestion } from '#core/ask/read-question.ts'
import { loadText, type LoadedText } from '../../support/load-text.ts'

const categories = ['Assets', 'Travel', 'Services', 'Training']
const kinds = ['Recurring', 'One-time']
const owners = ['Ann Lee', 'Bo Ray', 'Cy Fox', 'Di Orr', 'Ed Poe']
/** Eighty expense claims, one for each number; another column holds the word `amount`. */
const claims = Array.from({ length: 80 }, (_, at) => {
  const day = new Date(Date.UTC(2023, 0, 1 + at * 5)).toISOString().slice(0, 10)
  const words = ['amount', 'board', 'fear', 'likely'][at % 4]
  return [`C${1000 + at}`, categories[at % 4], kinds[at % 2], owners[at % 5], words, day, 500 + ((at * 773) % 9000)]
})
const csv = `number,category,type,owner,ci,opened_at,amount\n${claims.map((row) => row.join(',')).join('\n')}\n`

let loaded: LoadedText
beforeAll(async () => {
  loaded = await loadText('claims.csv', csv)
})

const read = (question: string) => readQuestion(question, loaded.model)
const asked = (question: string) => read(question).readings[0]?.query

describe('[C12] what is written out is meant', () => {
  test('a column, though a cell holds its name', () => {
    expect(asked('average amount by category')).toMatchObject({
      filters: [],
      dimensions: [{ column: 'category' }],
      measures: [{ aggregate: 'mean', column: 'amount' }],
    })
  })
  test('a column, and not one that only has its name for a synonym', () => {
    expect(read('number of claims by category').readings.map(({ query }) => query.dimensions[0]?.column)).toEqual([
      'category',
    ])
  })
  test('a value, and not what the rows may be', () => {
    expect(asked('average amount of asset claims')?.filters).toEqual([
      { op: 'in', column: 'category', values: ['Assets'] },
    ])
  })
})

describe('[K40] the same aggregate said twice', () => {
  test.each([
    'how much pricier is the average travel claim than the average training claim',
    'how much higher is the average amount for travel than the average for training',
  ])('%s', (question) => {
    expect(asked(question)?.measures[0]?.formula).toBe(
      "(mean([amount] where ([category] = 'Travel'))) - (mean([amount] where ([category] = 'Training')))",
    )
  })
})

describe('[K41] columns listed at an end of the question', () => {
  test.each([
    ['travel claims: owner and amount', ['owner', 'amount']],
    ['claims over 8000 - who, which category, how much', ['owner', 'category', 'amount']],
    ['travel claims over 5k with owner and type', ['owner', 'type']],
    ['owner, type and amount of all training claims', ['owner', 'type', 'amount']],
  ])('%s', (question, columns) => {
    expect(asked(question)?.columns).toEqual(columns)
  })
  test('figures are no such list', () => {
    expect(asked('amount in travel: total and average')?.measures.map(({ aggregate }) => aggregate)).toEqual([
      'sum',
      'mean',
    ])
  })
})

describe('[K42] a number before what is ranked', () => {
  test.each([
    ['two owners with the most travel claims', 2, 'count'],
    ['which 3 owners spent the most', 3, 'sum'],
  ])('%s', (question, limit, aggregate) => {
    expect(asked(question)).toMatchObject({ limit, dimensions: [{ column: 'owner' }], measures: [{ aggregate }] })
  })
})
