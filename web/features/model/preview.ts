import type { Filter } from '#core/query/filter.ts'
import type { QueryInput } from '#core/query/query.ts'
import { inline } from '#core/semantic/formula/inline.ts'
import type { Scope } from '#core/semantic/formula/scope.ts'
import type { RelationshipDecision } from '#core/semantic/model/model-document.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'

type Drawn = { readonly model: SemanticModel; readonly scope: Scope }
type Preview = QueryInput & { dataset: string }

/** The joins of an expanded formula. */
const joinsOf = (formula: string, { relationships }: SemanticModel) =>
  relationships.filter(({ name }) => formula.includes(`[${name}.`)).map((each) => ({ ...each }))

/** Expands a formula to columns; null if it is invalid. */
function plainFormula(formula: string, scope: Scope): string | null {
  const plain = inline(formula, scope)
  return plain.ok ? plain.value : null
}

/** Queries a measure over all rows, and over time if the model has a time column. */
export function queriesOfMeasure(name: string, formula: string, { model, scope }: Drawn) {
  const plain = plainFormula(formula, scope)
  if (plain === null) return null
  const measures: Preview['measures'] = [{ aggregate: 'formula', formula: plain, as: name === '' ? 'Value' : name }]
  const whole: Preview = { dataset: model.dataset, joins: joinsOf(plain, model), measures, ...model.calendar }
  const { timeColumn, timeGrain } = model
  const along: Preview | null =
    timeColumn === null || timeGrain === null
      ? null
      : { ...whole, dimensions: [{ column: timeColumn, grain: timeGrain, as: 'Time' }], limit: 500 }
  return { whole, along }
}

const shownRows = 6
const shownSources = 3

/** Queries the first rows of a calculated column and its inputs. */
export function queryOfCalculation(
  { name, formula }: { readonly name: string; readonly formula: string },
  sources: readonly string[],
  { model, scope }: Drawn,
): Preview | null {
  const plain = plainFormula(formula, scope)
  if (plain === null) return null
  const own = name === '' ? 'Value' : name
  return {
    dataset: model.dataset,
    joins: joinsOf(plain, model),
    calculations: [{ name: own, formula: plain }],
    columns: [...sources.filter((each) => each !== own).slice(0, shownSources), own],
    limit: shownRows,
    ...model.calendar,
  }
}

/** Queries the row count and the number of rows with a match. */
export const queryOfPartners = (dataset: string, { name, ...to }: RelationshipDecision): Preview => ({
  dataset,
  joins: [{ name, ...to }],
  measures: [
    { aggregate: 'count', as: 'rows' },
    { aggregate: 'count', column: `${name}.${to.key}`, as: 'found' },
  ],
})

/** Queries the row count, optionally filtered. */
export const queryOfRows = (dataset: string, filters: readonly Filter[]): Preview => ({
  dataset,
  measures: [{ aggregate: 'count', as: 'rows' }],
  filters: [...filters],
})
