import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Principal } from './principal.ts'
import { seesSomeRows, visibilityOf } from './visibility.ts'
import { usesOfQuery } from './uses-of-query.ts'
import { query } from '../query/query.ts'

/** What a column is, and nothing of what it holds. */
const withoutValues = ({ bulk: _bulk, twinOf: _twinOf, ...column }: SemanticColumn): SemanticColumn => ({
  ...column,
  values: [],
  range: null,
})

/** Does a formula name nothing that is kept from the caller? */
function isOpen(formula: string, kept: ReadonlySet<string>): boolean {
  const uses = usesOfQuery(query.parse({ dataset: '', calculations: [{ name: 'x', formula }] }))
  return uses.ok && uses.value.every(({ column }) => !kept.has(column.toLowerCase()))
}

/** Names that formulas may not come by: columns kept from the caller, and what is computed of them in turn. */
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
 * A model as a caller may know it: without what is hidden from them and what is computed of it, without the values of
 * what is masked, and without any value where they see only some rows. Who else sees what is not told.
 */
export function modelFor(model: SemanticModel, principal: Principal): SemanticModel {
  if (principal.role === 'owner') return model
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
