import { beforeAll, describe, expect, test } from 'vitest'
import { readQuestion } from '#core/ask/read-question.ts'
import { suggestQuestions } from '#core/ask/suggest.ts'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import { modelDocument } from '#core/semantic/model/model-document.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { loadOrders } from '../../support/orders.ts'

let model: SemanticModel
beforeAll(async () => {
  const { model: generated } = await loadOrders()
  const decided = modelDocument.parse({
    columns: {
      region: { label: 'Sales area', synonyms: ['territory'] },
      email: { isHidden: true },
      segment: { isHidden: true },
    },
    groups: [
      {
        name: 'Product group',
        column: 'product_name',
        groups: [{ name: 'Hot drinks', values: ['Green Tea', 'Espresso'] }],
        rest: 'Other',
      },
    ],
    calculations: [{ name: 'Net value', formula: '[sales] * (1 - [discount_rate])' }],
    measures: [
      { name: 'Value per order', formula: 'sum([sales]) / count()', format: 'currency', synonyms: ['basket size'] },
    ],
  })
  model = applyDocument(generated, decided)
})

const best = (question: string) => readQuestion(question, model).readings[0]
const perOrder = { aggregate: 'formula', formula: '[Value per order]', as: 'Value per order' }

describe('a question of an edited model', () => {
  test.each([
    ['value per order by region', 'region'],
    ['basket size by sales area', 'region'],
    ['average value per order by territory', 'region'],
  ])('names a measure by its name or another word: %s', (question, column) => {
    expect(best(question)?.query).toMatchObject({ measures: [perOrder], dimensions: [{ column }] })
  })

  test('asks for a measure alone, along time, and of the first by it', () => {
    expect(best('what is the value per order')?.query.measures).toEqual([perOrder])
    expect(best('value per order by month')?.query).toMatchObject({
      measures: [perOrder],
      dimensions: [{ grain: 'month' }],
    })
    const ranked = best('which region has the highest value per order')?.query
    expect(ranked).toMatchObject({ measures: [perOrder], dimensions: [{ column: 'region' }] })
    expect(ranked?.sort.every(({ by }) => by === 'Value per order')).toBe(true)
  })

  test('names groups of values and calculated columns as it names columns', () => {
    expect(best('total sales by product group')?.query).toMatchObject({ dimensions: [{ column: 'Product group' }] })
    expect(best('total net value by region')?.query.measures).toEqual([{ aggregate: 'sum', column: 'Net value' }])
    expect(best('total sales of hot drinks')?.query.filters).toEqual([
      { op: 'in', column: 'Product group', values: ['Hot drinks'] },
    ])
  })

  test('neither reads nor is offered what is hidden', () => {
    for (const question of ['total sales by segment', 'list all emails'])
      expect(JSON.stringify(readQuestion(question, model).readings)).not.toMatch(/"column":"(segment|email)"/)
    expect(suggestQuestions(model).join()).not.toMatch(/segment|email/i)
    expect(suggestQuestions(model).length).toBeGreaterThan(3)
  })

  test('lists no measure among the values of rows', () => {
    expect(best('show all orders')?.query.columns).not.toContain('Value per order')
  })
})
