import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { edgewise } from '../../cli/edgewise.ts'
import { ordersCsv } from '../support/orders.ts'

const folder = mkdtempSync(join(tmpdir(), 'edgewise-cli-ask-'))
const orders = join(folder, 'orders.csv')
writeFileSync(orders, ordersCsv())

async function run(...args: readonly string[]): Promise<{ code: number; out: string; wrong: string }> {
  const [out, wrong]: [string[], string[]] = [[], []]
  const code = await edgewise(args, { print: (line) => void out.push(line), complain: (line) => void wrong.push(line) })
  return { code, out: out.join('\n'), wrong: wrong.join('\n') }
}

test('ask prints the sentence, the table and how it was understood', async () => {
  const { code, out } = await run('ask', orders, 'sales by region')
  expect(code).toBe(0)
  expect(out).toMatch(/has the highest total sales/)
  expect(out).toMatch(/^Region +Total sales$/m)
  expect(out).toMatch(/^Understood as: Total sales · Region \(\d+% sure\)$/m)
})

test('ask --json holds text, rows, query and chips', async () => {
  const { out } = await run('ask', orders, 'sales by region', '--json')
  expect(JSON.parse(out)).toMatchObject({
    status: 'answer',
    text: expect.stringContaining('total sales'),
    rows: expect.arrayContaining([{ region: 'West', 'Total sales': expect.any(Number) }]),
    query: { dimensions: [{ column: 'region' }], measures: [{ aggregate: 'sum', column: 'sales' }] },
    chips: [
      { kind: 'measure', text: 'Total sales', words: 'sales' },
      { kind: 'dimension', text: 'Region', words: 'region' },
    ],
    chart: { type: 'bar' },
  })
})

test('ask says what it did not understand, and what would work', async () => {
  const { code, out } = await run('ask', orders, 'refunds by warehouse')
  expect(code).toBe(0)
  expect(out).toMatch(/“refunds” and “warehouse” do not match/)
  expect(out.split('These would work:')[1]?.trim().split('\n')).toHaveLength(3)
})

test('ask on a file that is not there fails with a sentence', async () => {
  const { code, wrong } = await run('ask', join(folder, 'nothing.csv'), 'sales')
  expect(code).toBe(1)
  expect(wrong).not.toBe('')
})

test('eval writes one prediction per question, in order', async () => {
  const questions = join(folder, 'questions.jsonl')
  const out = join(folder, 'predictions.jsonl')
  const lines = [
    { id: 'a', table_csv: 'orders.csv', question: 'total sales', answer_format: '@total[value]' },
    { id: 'b', table_csv: 'orders.csv', question: 'bar chart of sales by region' },
    { id: 'c', table_csv: 'orders.csv', question: 'why' },
    { id: 'd', table_csv: 'missing.csv', question: 'total sales' },
    { id: 'e', table_csv: 'orders.csv', question: 'by region', dialog: ['average rating', 'by region'] },
    { id: 'f', table_csv: 'orders.csv', question: 'which region has the highest sales' },
  ]
  writeFileSync(questions, lines.map((line) => JSON.stringify(line)).join('\n'))
  expect((await run('eval', questions, '--tables', folder, '--out', out)).code).toBe(0)
  const predictions = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(predictions.map(({ id, status }) => [id, status])).toEqual([
    ['a', 'answered'],
    ['b', 'answered'],
    ['c', 'refused'],
    ['d', 'error'],
    ['e', 'answered'],
    ['f', 'answered'],
  ])
  expect(predictions[0]).toMatchObject({
    mark: 'number',
    values: [expect.any(Number)],
    named: { total: expect.any(Number) },
  })
  expect(predictions[1]).toMatchObject({
    mark: 'bar',
    fields: [
      { field: 'region', channel: 'x' },
      { field: 'sales', aggregate: 'sum', channel: 'y' },
    ],
  })
  expect(predictions[4]).toMatchObject({ fields: [{ field: 'region' }, { field: 'rating', aggregate: 'mean' }] })
  expect(predictions[5]?.['values']).toHaveLength(1)
})

test('eval refuses a file of something else', async () => {
  const { code, wrong } = await run('eval', orders)
  expect(code).toBe(1)
  expect(wrong).toMatch(/Line 1 is not a question/)
})
