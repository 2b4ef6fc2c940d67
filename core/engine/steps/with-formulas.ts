import { type Budget, inTurns } from '../../budget.ts'
import { fail } from '../../errors.ts'
import { zoneOf } from '../../query/calendar/zone.ts'
import { type Measure, nameOfMeasure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { type SplitFormula, splitFormula } from '../../query/split-formula.ts'
import { ok, type Result } from '../../result.ts'
import { check } from '../../semantic/formula/check/check.ts'
import { scopeOf } from '../../semantic/formula/scope.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'
import { calculating } from '../formula/calculated-source.ts'
import { finishGroups } from '../groups/finish-groups.ts'
import { withWindows } from '../windows/with-windows.ts'
import type { Execute } from './execute.ts'

/** Maximum groups of a Query with formulas. */
const maxGroups = 1_000_000

/**
 * Answers Queries with formula measures: requests the aggregates they contain, then computes the formulas per group.
 */
export const withFormulas =
  (execute: Execute, budget: Budget): Execute =>
  async (query) => {
    if (query.measures.every(({ aggregate }) => aggregate !== 'formula')) return execute(query)
    const splits = query.measures.map((measure, place) =>
      measure.aggregate === 'formula'
        ? splitFormula(measure.formula ?? 'null', { filter: measure.filter, place })
        : null,
    )
    const groups = await execute(plainQuery(query, splits))
    if (!groups.ok) return groups
    if (groups.value.rows > maxGroups) return fail('query/too-large', { what: 'groups', limit: maxGroups })
    const result = await computed(groups.value, { query, splits, budget })
    return result.ok ? ok(finishGroups(withWindows(result.value, query), query)) : result
  }

/** Requests all groups; windows, order and paging are applied after the formulas. */
function plainQuery(query: Query, splits: readonly (SplitFormula | null)[]): Query {
  const own = query.measures.flatMap((measure, at): Measure[] => {
    const { over: _, ...alone } = measure
    return splits[at] === null ? [{ ...alone, as: nameOfMeasure(measure) }] : []
  })
  const inner = splits.flatMap((split) => split?.measures ?? [])
  const measures = once([...own, ...inner], ({ as }) => as ?? '')
  const calculations = [...query.calculations, ...splits.flatMap((split) => split?.calculations ?? [])]
  return {
    ...query,
    calculations: once(calculations, ({ name }) => name),
    measures: measures.length > 0 ? measures : [{ aggregate: 'count', as: 'ƒ rows' }],
    having: [],
    sort: [],
    offset: 0,
    limit: maxGroups + 1,
  }
}

function once<Part>(parts: readonly Part[], nameOf: (part: Part) => string): Part[] {
  const names = parts.map(nameOf)
  return parts.filter((_, at) => names.indexOf(names[at] ?? '') === at)
}

type Computing = {
  readonly query: Query
  readonly splits: readonly (SplitFormula | null)[]
  readonly budget: Budget
}

/** The groups with the Query's own measures, in their order. */
async function computed(groups: Table, { query, splits, budget }: Computing): Promise<Result<Table>> {
  const scope = scopeOf(groups.columns.slice(query.dimensions.length).map(({ name, type }) => ({ name, type })))
  const measures: Column[] = []
  for (const [at, measure] of query.measures.entries()) {
    const name = nameOfMeasure(measure)
    const split = splits[at]
    const column = split ? await ofFormula(split.formula) : ok(findColumn(groups, name))
    if (!column.ok) return column
    if (!column.value) throw new Error(`The groups lack the measure ${name}`)
    measures.push({ ...column.value, name })
  }
  return ok({ rows: groups.rows, columns: [...groups.columns.slice(0, query.dimensions.length), ...measures] })

  async function ofFormula(formula: string): Promise<Result<Column | undefined>> {
    const checked = check(formula, scope)
    if (!checked.ok) return checked
    const calculation = { name: 'ƒ', expression: checked.value.expression }
    const setting = { zone: zoneOf(query.timeZone), budget }
    const { columns } = await inTurns(calculating(groups, [calculation], setting), budget)
    return ok(columns.at(-1))
  }
}
