import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { type Principal, seesEverything } from './principal.ts'
import { seesSomeRows, visibilityOf } from './visibility.ts'
import { usesOfQuery } from './uses-of-query.ts'
import { query } from '../query/query.ts'

/** A column without its values. */
const withoutValues = ({ bulk: _bulk, twinOf: _twinOf, order: _order, ...column }: SemanticColumn): SemanticColumn => ({
  ...column,
  values: [],
  range: null,
})

/** True if a formula names nothing that is restricted for the caller. */
function isOpen(formula: string, kept: ReadonlySet<string>): boolean {
  const uses = usesOfQuery(query.parse({ dataset: '', calculations: [{ name: 'x', formula }] }))
  return uses.ok && uses.value.every(({ column }) => !kept.has(column.toLowerCase()))
}

/** Names that formulas must not use: restricted columns, and everything computed from them. */
function keptNames(model: SemanticModel, principal: Principal): ReadonlySet<string> {
  const kept = new Set(
    model.access.columns
      .filter(({ column }) => visibilityOf(model, column, principal) !== null)
      .map(({ column }) => column.toLowerCase()),
  )
  const formulas = [...model.calculations, ...model.measures]
  for (let before = -1; before !== kept.size;) {
    before = kept.size
    for (const { name, formula } of formulas) if (!isOpen(formula, kept)) kept.add(name.toLowerCase())
  }
  return kept
}

/**
 * A model for a caller: without hidden columns and what depends on them, without values of masked columns, and
 * without any values if row rules apply. Rules for others are removed.
 */
export function modelFor(model: SemanticModel, principal: Principal): SemanticModel {
  if (seesEverything(principal)) return model
  const isPart = seesSomeRows(model, principal)
  const kept = keptNames(model, principal)
  const columns = model.columns.flatMap((column) => {
    const visibility = visibilityOf(model, column.name, principal)
    if (visibility === 'hidden') return []
    return [isPart || visibility === 'masked' ? withoutValues(column) : column]
  })
  const names = new Set(columns.map(({ name }) => name))
  return {
    ...model,
    columns,
    hidden: [],
    calculations: model.calculations
      .filter(({ name }) => !kept.has(name.toLowerCase()))
      .map((column) => (isPart ? { ...column, ...withoutValues(column) } : column)),
    measures: model.measures.filter(({ name }) => !kept.has(name.toLowerCase())),
    relationships: model.relationships.filter(({ column }) => names.has(column)),
    timeColumn: model.timeColumn !== null && names.has(model.timeColumn) ? model.timeColumn : null,
    access: { rows: [], columns: [] },
  }
}
