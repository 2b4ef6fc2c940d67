import { beforeAll, describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import { optionsFor } from '#core/ask/change/options.ts'
import { pieceNamed, replacePiece } from '#core/ask/change/replace-piece.ts'
import { changeReading } from '#core/ask/change/change-reading.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

const ask = (question: string) => askSource(question, orders)
const best = (question: string) => readQuestion(question, orders.model).readings[0]

describe('[N1] a statistic in words', () => {
  test.each([
    ['skewness of sales', 'skewness', ['sales']],
    ['how skewed is the unit price', 'skewness', ['unit_price']],
    ['kurtosis of sales', 'kurtosis', ['sales']],
    ['is the unit price normally distributed', 'normality', ['unit_price']],
    ['does quantity follow a normal distribution?', 'normality', ['quantity']],
    ['spearman correlation between quantity and sales', 'spearman', ['quantity', 'sales']],
    ['regress sales on quantity', 'regression', ['sales', 'quantity']],
    ['linear regression of sales on quantity and unit price', 'regression', ['sales', 'quantity', 'unit_price']],
    ['is there a significant difference in sales between consumer and corporate', 'two-groups', ['sales', 'segment']],
    ['t test of sales by segment', 'two-groups', ['sales', 'segment']],
    ['do sales differ significantly by region', 'several-groups', ['sales', 'region']],
    ['anova of sales by region', 'several-groups', ['sales', 'region']],
    ['is there a significant difference in sales between North and West', 'two-groups', ['sales', 'region']],
    ['chi square test of region and segment', 'independence', ['region', 'segment']],
    ['is region significantly related to segment', 'independence', ['region', 'segment']],
    ['is quantity significantly related to sales', 'pearson', ['quantity', 'sales']],
  ])('%s', (question, statistic, columns) => {
    expect(best(question)?.query).toMatchObject({ statistic, columns })
  })

  test('keeps the conditions that are said beside it', () => {
    const asked = best('anova of sales by region for corporate')?.query
    expect(asked).toMatchObject({ statistic: 'several-groups', filters: [{ column: 'segment' }] })
  })
})

test.each([
  ['does a bigger quantity mean higher sales', ['quantity', 'sales']],
  ['does a higher unit price lead to a lower quantity', ['unit_price', 'quantity']],
])('[N6] what goes together is correlated: %s', (question, columns) => {
  expect(best(question)).toMatchObject({ query: { columns: columns.toReversed() }, chart: { type: 'scatter' } })
})

test.each([
  ['correlation between segment and sales', 'two-groups'],
  ['correlation between region and sales', 'several-groups'],
])('[N1] what no dots show is correlated by what it holds: %s', (question, statistic) => {
  expect(best(question)?.query).toMatchObject({ statistic })
})

describe('[N2] its answer', () => {
  test('says what it means, how surely, and of how many rows', async () => {
    const answer = await ask('is there a significant difference in sales between North and West')
    expect(answer).toMatchObject({ status: 'answer', chart: { type: 'table' }, table: { rows: 1 } })
    if (answer.status !== 'answer') return
    expect(answer.text).toMatch(/^Average sales is .* \(t = .*, p .*, Cohen’s d = .*\); it is between .* 120 orders/)
    expect(answer.reading.title).toContain('Welch’s t-test: Sales and region')
    expect(answer.others[0]?.query).toMatchObject({
      dimensions: [{ column: 'region' }],
      measures: [{ aggregate: 'mean' }],
    })
  })

  test('has the figures of an independent program (scipy 1.17.1 stats.spearmanr)', async () => {
    const answer = await ask('spearman correlation between quantity and sales')
    const [column] = answer.status === 'answer' ? answer.table.columns : []
    expect(column?.type === 'decimal' && column.values[0]).toBeCloseTo(0.7079736055814638, 12)
  })

  test('says why there is none', async () => {
    const answer = await ask('skewness of sales where order id is A-1000')
    expect(answer).toMatchObject({ status: 'answer', text: expect.stringContaining('cannot be computed of sales') })
  })

  test('offers other statistics of the same columns, and other columns for the same', () => {
    const reading = best('regress sales on quantity')
    for (const chip of reading?.chips ?? []) {
      const piece = reading && pieceNamed(reading, chip.piece)
      if (!reading || !piece) continue
      for (const option of optionsFor(reading, piece, orders.model)) {
        const changed = changeReading(reading, replacePiece(reading.query, piece, option.piece), orders.model)
        expect(validateQuery(changed.query, orders.source.fields)).toMatchObject({ ok: true })
      }
    }
  })
})

test.each([
  'skewness and kurtosis of sales',
  'median and skewness of sales',
  'spearman and pearson correlation of quantity and sales',
  'correlation of sales',
  'kurtosis of sales by region',
  'spearman correlation of sales',
  'anova of region',
  'skewness of region',
])('[N3] what a statistic does not take is refused: %s', async (question) => {
  expect(await ask(question)).toMatchObject({ status: 'refuse' })
})
