import { beforeAll, describe, expect, test } from 'vitest'
import { readQuestion } from '#core/ask/read-question.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { loadOrders } from '../../support/orders.ts'

let model: SemanticModel
beforeAll(async () => {
  ;({ model } = await loadOrders())
})

const best = (question: string) => readQuestion(question, model).readings[0]
const quantile = (part: number, column = 'sales') => ({ aggregate: 'quantile', column, quantile: part })

describe('[N5] how the values of a column lie', () => {
  test.each([
    ['90th percentile of sales', [quantile(0.9)]],
    ['what is the 5th percentile of the unit price', [quantile(0.05, 'unit_price')]],
    ['upper quartile of sales', [quantile(0.75)]],
    ['sales quartiles', [quantile(0.25), { aggregate: 'median', column: 'sales' }, quantile(0.75)]],
    ['interquartile range of sales', [{ as: 'Interquartile range of sales' }]],
    ['iqr of sales', [{ formula: 'quantile([sales], 0.75) - quantile([sales], 0.25)' }]],
    ['coefficient of variation of sales', [{ formula: 'sd([sales]) / mean([sales])', format: 'percent' }]],
  ])('%s', (question, measures) => {
    expect(best(question)?.query).toMatchObject({ measures, dimensions: [] })
  })

  test('by group', () => {
    expect(best('90th percentile of sales by region')?.query).toMatchObject({
      measures: [quantile(0.9)],
      dimensions: [{ column: 'region' }],
    })
  })

  test('in a summary', () => {
    expect(best('summary statistics of sales')?.query.measures.map(({ aggregate }) => aggregate)).toEqual([
      'mean',
      'sd',
      'min',
      'quantile',
      'median',
      'quantile',
      'max',
    ])
  })
})
