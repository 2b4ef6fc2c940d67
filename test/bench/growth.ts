import { tableSource } from '#core/table/table-source.ts'
import type { Source } from '#core/table/source.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { engineAnswer } from './engine-answer.ts'
import { salesTable } from './sales.ts'

const dataset = 'sales'
const total = { aggregate: 'sum', column: 'amount', as: 'total' } as const

const questions: Readonly<Record<string, QueryInput>> = {
  '1 group': { dataset, dimensions: [{ column: 'region' }], measures: [total] },
  'by month in a zone': {
    dataset,
    dimensions: [{ column: 'day', grain: 'month' }],
    measures: [total],
    timeZone: 'Europe/Berlin',
  },
  'filter and deviation': {
    dataset,
    dimensions: [{ column: 'category' }],
    measures: [{ aggregate: 'sd', column: 'amount', as: 'sd' }],
    filters: [{ op: 'greater', column: 'price', value: 200 }],
  },
  quantiles: {
    dataset,
    dimensions: [{ column: 'category' }],
    measures: [{ aggregate: 'quantile', quantile: 0.9, column: 'amount', as: 'high' }],
  },
}

const sizes = [100_000, 1_000_000, 10_000_000]

/** The least that any run took: what the work itself costs, whatever else the machine does. */
async function least(question: QueryInput, source: Source, runs: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await engineAnswer(question, source)
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/** Is a row as cheap among ten million as among a hundred thousand? */
export const growth: Benchmark = {
  title: 'Nanoseconds a row as the table grows; memory of the whole process at its largest',
  run: async () => {
    const measurements: Measurement[] = []
    for (const rows of sizes) {
      const source = tableSource([salesTable(rows)])
      for (const [name, question] of Object.entries(questions)) {
        const ms = await least(question, source, rows > 1_000_000 ? 7 : 15)
        const label = `${rows.toLocaleString('en')} rows, ${name} (${ms.toFixed(0)} ms)`
        measurements.push({ name: label, ours: (ms * 1_000_000) / rows, unit: 'ns', others: {} })
      }
    }
    const memory = process.resourceUsage().maxRSS / 1024
    return [...measurements, { name: 'memory at its largest', ours: memory, unit: 'MB', others: {} }]
  },
}
