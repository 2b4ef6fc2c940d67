import { chartData } from '../charts/chart-data.ts'
import type { ChartData } from '../charts/chart.ts'
import { nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Table } from '../table/table.ts'
import type { Exploration } from './exploration.ts'

/** A result ready to draw, formatted by the model or by the user's choice. */
export function dataOf(asked: Exploration, table: Table, query: Query, model: SemanticModel): ChartData {
  const data = chartData(table, query, model)
  const chosen = asked.values.flatMap((value) => (value.format ? [[nameOfMeasure(value), value.format] as const] : []))
  return chosen.length === 0 ? data : { ...data, formats: { ...data.formats, ...Object.fromEntries(chosen) } }
}
