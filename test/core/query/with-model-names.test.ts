import { describe, expect, test } from 'vitest'
import { type QueryInput, query } from '#core/query/query.ts'
import { withModelNames } from '#core/query/with-model-names.ts'
import { amount, modelOf, semantic } from '../../support/chart-tables.ts'

const model = modelOf([semantic('Region'), amount('Sales'), semantic('Customer')], {
  hidden: [amount('Cost')],
  calculations: [
    { ...amount('Profit'), formula: '[Sales] - [Cost]' },
    { ...semantic('Where'), formula: 'upper([customers.Country])' },
  ],
  measures: [
    { name: 'Margin', label: 'Margin', formula: 'sum([Profit]) / sum([Sales])', format: 'percent', synonyms: [] },
    { name: 'Points', label: 'Points', formula: '[Margin] * 100', format: 'number', synonyms: [] },
  ],
  relationships: [{ name: 'customers', dataset: 'c', column: 'Customer', key: 'Id' }],
})
const written = (input: Partial<QueryInput>) => withModelNames(query.parse({ dataset: 'orders', ...input }), model)

describe('a Query that names what its model computes', () => {
  test('has the formulas of measures in it, down to columns, under the names it gave them', () => {
    const { measures } = written({ measures: [{ aggregate: 'formula', formula: '[Points]' }] })
    expect(measures[0]?.as).toBe('[Points]')
    expect(measures[0]?.formula?.replaceAll(' ', '')).toBe('sum([Sales]-[Cost])/sum([Sales])*100')
  })

  test('has the calculated columns that it uses, and no others', () => {
    const byProfit = written({ dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'sum', column: 'Profit' }] })
    expect(byProfit.calculations).toEqual([{ name: 'Profit', formula: '[Sales] - [Cost]' }])
    expect(written({ columns: ['Sales'] }).calculations).toEqual([])
  })

  test('joins what its columns and formulas are of', () => {
    expect(written({ columns: ['customers.Country'] }).joins).toEqual(model.relationships)
    expect(written({ columns: ['Where'] }).joins).toEqual(model.relationships)
    expect(written({ columns: ['Sales'] }).joins).toEqual([])
    const own = { name: 'customers', dataset: 'other', column: 'Region', key: 'K' }
    expect(written({ columns: ['customers.K'], joins: [own] }).joins).toEqual([own])
  })

  test('keeps its own calculated column where the model has one of that name', () => {
    const own = { name: 'Profit', formula: '[Sales] * 2' }
    const { calculations, measures } = written({
      calculations: [own],
      measures: [{ aggregate: 'formula', formula: 'sum([Profit])', as: 'p' }],
    })
    expect(calculations).toEqual([own])
    expect(measures[0]?.formula).toBe('sum([Profit])')
  })

  test('that names something else is left for validation to refuse', () => {
    expect(written({ measures: [{ aggregate: 'formula', formula: 'sum([Nothing])' }] }).measures[0]?.formula).toBe(
      'sum([Nothing])',
    )
  })
})
