import { query, type Query } from '../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { cellAt } from '../table/table.ts'
import type { Answering } from './answer-reading.ts'

/** Where the values of a column lie: bounds of what is far from the others are told from these. */
export type Spread = {
  readonly mean: number
  readonly deviation: number
  readonly lower: number
  readonly upper: number
}

type SpreadColumn = SemanticColumn & { readonly spread: Spread }

const hasSpread = (column: SemanticColumn): column is SpreadColumn => 'spread' in column

/** The spread of a column; null until it was computed. */
export const spreadOf = (column: SemanticColumn): Spread | null => (hasSpread(column) ? column.spread : null)

/** The spread of all values of a column that whoever asks may see. It depends on no question. */
const spreadQuery = (dataset: string, column: string): Query =>
  query.parse({
    dataset,
    measures: [
      { aggregate: 'mean', column },
      { aggregate: 'sd', column },
      { aggregate: 'quantile', quantile: 0.25, column },
      { aggregate: 'quantile', quantile: 0.75, column },
    ],
  })

/** The model with the spread of a column; null where it has none. */
export async function withSpread(name: string, { model, run }: Answering): Promise<SemanticModel | null> {
  const ran = await run(spreadQuery(model.dataset, name))
  if (!ran.ok) return null
  const figures = ran.value.columns.map((column) => cellAt(column, 0))
  const [mean, deviation, lower, upper] = figures.map((cell) => (typeof cell === 'number' ? cell : Number.NaN))
  if (mean === undefined || deviation === undefined || lower === undefined || upper === undefined) return null
  if (!Number.isFinite(mean + deviation + lower + upper)) return null
  const spread = { mean, deviation, lower, upper }
  const columns = model.columns.map((column) => (column.name === name ? { ...column, spread } : column))
  return { ...model, columns }
}
