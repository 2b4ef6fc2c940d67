import { fail } from '../errors.ts'
import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import { type Query, query } from '../query/query.ts'
import { ok, type Result } from '../result.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Cell } from '../table/table.ts'
import { drillDown, drillsOf, filtersOfMark, type Key } from './drill.ts'
import { drillText } from './drill-text.ts'
import { explorationOf, queryOf } from './query-of.ts'

/** One group of a mark as programs name it: the result's column and its value. */
export type MarkPart = { readonly by: string; readonly value: Cell; readonly binWidth?: number | undefined }

/** What is behind a mark: its rows, and the same question asked more closely. */
export type Drilled = {
  readonly rows: Query
  readonly closer: readonly { readonly title: string; readonly query: Query }[]
}

/** As many columns as a list of rows is read with. */
const mostColumns = 50

const keyOf = (dimension: Dimension, { value, binWidth }: MarkPart): Key => ({
  dimension,
  key: value,
  binWidth: binWidth ?? null,
})

function keysOf(asked: Query, mark: readonly MarkPart[]): Result<readonly Key[]> {
  const keys: Key[] = []
  for (const part of mark) {
    const dimension = asked.dimensions.find((each) => nameOfDimension(each) === part.by)
    const groups = asked.dimensions.map(nameOfDimension)
    if (!dimension)
      return fail('query/invalid', {
        reason: `The query does not group by “${part.by}”. It groups by: ${groups.join(', ') || 'nothing'}.`,
      })
    keys.push(keyOf(dimension, part))
  }
  return ok(keys)
}

/** The Queries behind a mark of a Query's result. */
export function drillQuery(asked: Query, mark: readonly MarkPart[], model: SemanticModel): Result<Drilled> {
  const keys = keysOf(asked, mark)
  if (!keys.ok) return keys
  const filters = filtersOfMark(keys.value, asked)
  if (filters === null)
    return fail('query/invalid', {
      reason: asked.groups
        ? 'This mark stands for figures of groups, which no filter of rows tells.'
        : 'This mark cannot be told by a filter. Give the width of its range.',
    })
  const exploration = explorationOf(asked)
  const closer = drillsOf(exploration, keys.value, model).flatMap((drill) => {
    const narrowed = drillDown(exploration, keys.value, drill)
    const made = narrowed && queryOf(narrowed)
    return made ? [{ title: drillText(drill.dimension, model), query: made }] : []
  })
  const { dataset, joins, calculations, timeZone, weekStart, fiscalYearStart } = asked
  const rows = query.parse({
    dataset,
    joins,
    calculations,
    columns: model.columns.slice(0, mostColumns).map(({ name }) => name),
    filters: [...asked.filters, ...filters],
    timeZone,
    weekStart,
    fiscalYearStart,
  })
  return ok({ rows, closer })
}
