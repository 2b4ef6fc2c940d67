import { describe, expect, test } from 'vitest'
import { periodColumns } from '#core/ingest/long/period-columns.ts'
import { withForm } from '#core/ingest/long/with-form.ts'
import { csv } from '#core/ingest/csv/csv.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import { toRows } from '#core/table/table.ts'
import { fileOf } from '../../support/table-files.ts'

async function read(text: string, choices: ReadChoices) {
  const file = fileOf('a.csv', text)
  const opened = await withForm(file, await csv.open(file, { choices }), { choices })
  if (!opened.ok) throw new Error(opened.error.message)
  const rows = []
  for await (const { table } of opened.value.batches()) rows.push(...toRows(table))
  return { rows, fields: opened.value.fields, report: opened.value.report() }
}

const metrics = 'Metric,Jan 2024,Feb 2024,Mar 2024\nRevenue,100,200,300\nMargin %,50%,70%,76.7%\nCost,5,,7\n'

describe('a table with a column for each period', () => {
  test('[R12] is read as it stands, and its long form is offered', async () => {
    const { rows, report } = await read(metrics, {})
    expect(rows).toHaveLength(3)
    expect(report.periods).toEqual({ period: 'Month', columns: ['Jan 2024', 'Feb 2024', 'Mar 2024'] })
    expect(report.notes.at(-1)).toMatch(/^3 columns are months, “Jan 2024” to “Mar 2024”/)
  })

  test('[R12] has, in long form, a row for each of its rows and periods, and none is lost', async () => {
    const { rows, fields, report } = await read(metrics, { long: true })
    expect(fields).toEqual([
      { name: 'Metric', type: 'text' },
      { name: 'Month', type: 'date' },
      { name: 'Value', type: 'decimal' },
    ])
    expect(rows).toHaveLength(9)
    expect(rows[5]).toEqual({ Metric: 'Margin %', Month: '2024-03-01', Value: 76.7 })
    expect(rows[7]).toEqual({ Metric: 'Cost', Month: '2024-02-01', Value: null })
    expect(report).toMatchObject({ rowsRead: 9 })
    expect(report.notes.at(-1)).toMatch(/^3 values carry a % sign/)
  })

  test('[R12] keeps numbers of comma decimals, and what did not fit their column', async () => {
    const cells = Array.from({ length: 200 }, (_, row) => `p${row};1,5;2,5;${row === 7 ? 'n.n.' : '3,5'}`)
    const { rows } = await read(`item;2021;2022;2023\n${cells.join('\n')}\n`, { long: true })
    const sum = rows.reduce((total, { Value }) => total + (typeof Value === 'number' ? Value : 0), 0)
    expect(sum).toBe(200 * 7.5 - 3.5)
    expect(rows).toHaveLength(600)
    expect(rows[0]).toMatchObject({ Year: 2021 })
  })

  test.each([
    [['Region', 'Q1', 'Q2', 'Q3'], 'Quarter'],
    [['Region', '2021', '2022', '2023'], 'Year'],
    [['Region', 'May', 'June', 'July'], 'Month'],
    [['Region', '2024-01', '2024-02', '2024-03'], 'Month'],
    [['Region', '2021', '2022'], null],
    [['2021', '2022', '2023'], null],
    [['mark', 'may be', 'sum 2021', 'octave'], null],
  ])('[R12] is told by its names: %o', (names, period) => {
    expect(periodColumns(names)?.period ?? null).toBe(period)
  })
})
