import * as aq from 'arquero'
import type { QueryInput } from '#core/query/query.ts'

type ArqueroTable = ReturnType<typeof aq.table>

/** One question asked of every engine; an answer is the rows of all its queries. */
export type SalesQuestion = {
  readonly queries: readonly QueryInput[]
  readonly sql: readonly string[]
  readonly arquero: ((sales: ArqueroTable) => unknown) | null
}

const dataset = 'sales'
const total = { aggregate: 'sum', column: 'amount', as: 'total' } as const

/** Brushes on one chart filter the five others: six group-bys over filtered rows. */
const crossFilters = ['region', 'category', 'quantity'].flatMap((column) =>
  (
    [
      [{ op: 'between', column: 'day', from: '2021-03', to: '2021-09' }, "day >= '2021-03-01' AND day < '2021-10-01'"],
      [{ op: 'greater', column: 'price', value: 250 }, 'price > 250'],
    ] as const
  ).map(([filter, where]) => ({
    query: { dataset, dimensions: [{ column }], measures: [total], filters: [filter] } satisfies QueryInput,
    sql: `SELECT ${column}, sum(amount) AS total FROM sales WHERE ${where} GROUP BY 1 ORDER BY 2 DESC`,
  })),
)

/** The questions of the engines' comparison. */
export const salesQuestions: Readonly<Record<string, SalesQuestion>> = {
  '1 group': {
    queries: [{ dataset, dimensions: [{ column: 'region' }], measures: [total] }],
    sql: ['SELECT region, sum(amount) AS total FROM sales GROUP BY 1 ORDER BY 2 DESC'],
    arquero: (sales) =>
      sales
        .groupby('region')
        .rollup({ total: aq.op.sum('amount') })
        .objects(),
  },
  '2 groups + filter': {
    queries: [
      {
        dataset,
        dimensions: [{ column: 'region' }, { column: 'category' }],
        measures: [total, { aggregate: 'mean', column: 'quantity', as: 'mean' }],
        filters: [
          { op: 'greater', column: 'price', value: 200 },
          { op: 'in', column: 'region', values: ['Region 1', 'Region 2', 'Region 5'] },
        ],
      },
    ],
    sql: [
      `SELECT region, category, sum(amount) AS total, avg(quantity) AS mean FROM sales
       WHERE price > 200 AND region IN ('Region 1', 'Region 2', 'Region 5') GROUP BY 1, 2 ORDER BY 3 DESC`,
    ],
    arquero: (sales) =>
      sales
        .filter(
          (d: { price: number; region: string }) =>
            d.price > 200 && (d.region === 'Region 1' || d.region === 'Region 2' || d.region === 'Region 5'),
        )
        .groupby('region', 'category')
        .rollup({ total: aq.op.sum('amount'), mean: aq.op.mean('quantity') })
        .objects(),
  },
  'top 10': {
    queries: [{ dataset, dimensions: [{ column: 'customer' }], measures: [total], limit: 10 }],
    sql: ['SELECT customer, sum(amount) AS total FROM sales GROUP BY 1 ORDER BY 2 DESC LIMIT 10'],
    arquero: (sales) =>
      sales
        .groupby('customer')
        .rollup({ total: aq.op.sum('amount') })
        .orderby(aq.desc('total'))
        .slice(0, 10)
        .objects(),
  },
  'by month': {
    queries: [{ dataset, dimensions: [{ column: 'day', grain: 'month' }], measures: [total] }],
    sql: ["SELECT date_trunc('month', day)::DATE AS month, sum(amount) AS total FROM sales GROUP BY 1 ORDER BY 1"],
    arquero: (sales) =>
      sales
        .groupby({ month: (d: { day: number }) => aq.op.utcyear(d.day) * 12 + aq.op.utcmonth(d.day) })
        .rollup({ total: aq.op.sum('amount') })
        .objects(),
  },
  distinct: {
    queries: [
      {
        dataset,
        dimensions: [{ column: 'region' }],
        measures: [{ aggregate: 'distinct', column: 'customer', as: 'customers' }],
      },
    ],
    sql: ['SELECT region, count(DISTINCT customer) AS customers FROM sales GROUP BY 1 ORDER BY 2 DESC'],
    arquero: (sales) =>
      sales
        .groupby('region')
        .rollup({ customers: aq.op.distinct('customer') })
        .objects(),
  },
  quantiles: {
    queries: [
      {
        dataset,
        dimensions: [{ column: 'category' }],
        measures: [{ aggregate: 'median', column: 'amount', as: 'median' }],
      },
    ],
    sql: ['SELECT category, median(amount) AS median FROM sales GROUP BY 1 ORDER BY 2 DESC'],
    arquero: (sales) =>
      sales
        .groupby('category')
        .rollup({ median: aq.op.median('amount') })
        .objects(),
  },
  'six cross-filters': {
    queries: crossFilters.map(({ query }) => query),
    sql: crossFilters.map(({ sql }) => sql),
    arquero: null,
  },
}
