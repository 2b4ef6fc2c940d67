import { expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import { emptyExploration, type Exploration } from '#core/explore/exploration.ts'
import { filtersOfSelected } from '#core/explore/selection.ts'
import { columnOf, tableOf } from '../../support/chart-tables.ts'

const table = tableOf(columnOf('Price', 'decimal', [1, 2]), columnOf('When', 'date', ['2024-01-01', '2024-02-01']))
const asked = (told: Partial<Exploration>): Exploration => ({ ...emptyExploration('d'), ...told })
const span = { x: { min: 0, max: 10 }, y: null }

test('[X12] a range of periods is one filter, from the start of the first to the end of the last', () => {
  const filters = filtersOfSelected(
    asked({ rows: [{ column: 'When', grain: 'month' }] }),
    { ...span, keys: ['2024-01-01', '2024-02-01', '2024-03-01'] },
    { spec: specOf('line', { x: 'When (month)', y: 'Revenue' }), table, binWidth: null },
  )
  expect(filters).toEqual([
    {
      op: 'and',
      filters: [
        { op: 'greaterOrEqual', column: 'When', value: '2024-01-01' },
        { op: 'less', column: 'When', value: '2024-04-01' },
      ],
    },
  ])
})

test('[X12] dots that stand for groups are told by their names, those without one too', () => {
  const shown = { spec: specOf('scatter', { x: 'Rating', y: 'Days' }), table, binWidth: null }
  const groups = asked({ rows: [{ column: 'City' }] })
  expect(filtersOfSelected(groups, { ...span, keys: ['Rome', 'Oslo', 'Rome'] }, shown)).toEqual([
    { op: 'in', column: 'City', values: ['Rome', 'Oslo'] },
  ])
  expect(filtersOfSelected(groups, { ...span, keys: ['Rome', null] }, shown)).toEqual([
    {
      op: 'or',
      filters: [
        { op: 'in', column: 'City', values: ['Rome'] },
        { op: 'isNull', column: 'City' },
      ],
    },
  ])
})

test('[X12] dots that stand for rows are told by both their numbers', () => {
  const filters = filtersOfSelected(
    asked({ listed: ['Price', 'When'] }),
    { keys: [], x: { min: 1.2, max: 1.8 }, y: { min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 0, 31) } },
    { spec: specOf('scatter', { x: 'Price', y: 'When' }), table, binWidth: null },
  )
  expect(filters).toEqual([
    { op: 'between', column: 'Price', from: 1.2, to: 1.8 },
    { op: 'between', column: 'When', from: '2024-01-01', to: '2024-01-31' },
  ])
})

test('[X12] nothing that a filter cannot tell becomes one', () => {
  const shown = { spec: specOf('scatter', { x: 'Rating', y: 'Days' }), table, binWidth: null }
  expect(filtersOfSelected(asked({ rows: [{ column: 'City' }] }), { ...span, keys: [null] }, shown)).toBeNull()
  const weekdays = asked({ rows: [{ column: 'When', part: 'dayOfWeek' }] })
  expect(filtersOfSelected(weekdays, { ...span, keys: [1, 2] }, shown)).toBeNull()
})
