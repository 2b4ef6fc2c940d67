import type { Query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { namesOf, type ChartSpec } from './chart-spec.ts'
import { shownBy } from './intent.ts'

/** The Query whose result a chart shows that was asked for by its type alone, or with its columns. */
export const queryShownBy = (chart: ChartSpec | null, asked: Query, model: SemanticModel): Query =>
  chart !== null && namesOf(chart).length > 0 ? asked : shownBy(chart, asked, model).query
