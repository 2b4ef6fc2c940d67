import { inline } from '../semantic/formula/inline.ts'
import { namesOfFormula } from '../semantic/formula/names.ts'
import type { Scope } from '../semantic/formula/scope.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { columnsNamed, columnsOfQuery } from './columns-of-query.ts'
import type { Measure } from './measure.ts'
import type { Query } from './query.ts'

/** The parts of a model that a Query may name. */
export type ModelNames = Pick<SemanticModel, 'columns' | 'hidden' | 'calculations' | 'measures' | 'relationships'>

/**
 * The names a formula may use: columns, the Query's own calculations and joins, and the model's calculations and
 * measures.
 */
function scopeOf(asked: Query, { columns, hidden, calculations, measures, relationships }: ModelNames): Scope {
  const prefixes = [...relationships, ...asked.joins].map(({ name }) => `${name}.`)
  const formulas = [
    ...calculations,
    ...measures,
    ...asked.calculations,
    ...(asked.groups ?? asked).measures,
    ...asked.top.map(({ by }) => by),
  ]
  const joined = formulas
    .flatMap(({ formula }) => (formula === undefined ? [] : namesOfFormula(formula)))
    .filter((name) => prefixes.some((prefix) => name.toLowerCase().startsWith(prefix.toLowerCase())))
  const own = new Set(asked.calculations.map(({ name }) => name))
  const names = [...new Set([...[...columns, ...hidden].map(({ name }) => name), ...own, ...joined])]
  return {
    fields: names.map((name) => ({ name, type: 'text' as const })),
    columns: calculations.filter(({ name }) => !own.has(name)),
    measures,
    timeColumn: null,
  }
}

/** Expands the model's formulas inside a formula; returns it unchanged if it does not compile. */
function plain(formula: string, scope: Scope): string {
  const inlined = inline(formula, scope)
  return inlined.ok ? inlined.value : formula
}

const withFormula = (measure: Measure, scope: Scope): Measure =>
  measure.formula === undefined ? measure : { ...measure, formula: plain(measure.formula, scope) }

/** Keeps the result name a measure had before expansion. */
const named = (measure: Measure): Measure =>
  measure.formula === undefined || measure.as !== undefined ? measure : { ...measure, as: measure.formula }

function withFormulas(asked: Query, model: ModelNames): Query {
  const scope = scopeOf(asked, model)
  const used = new Set(columnsNamed(asked))
  const own = new Set(asked.calculations.map(({ name }) => name))
  const lent = model.calculations.filter(({ name }) => used.has(name) && !own.has(name))
  const inlined = (measure: Measure): Measure => withFormula(named(measure), scope)
  return {
    ...asked,
    calculations: [
      ...asked.calculations.map(({ name, formula }) => ({ name, formula: plain(formula, scope) })),
      ...lent.map(({ name, formula }) => ({ name, formula: plain(formula, scope) })),
    ],
    ...(asked.groups
      ? { groups: { ...asked.groups, measures: asked.groups.measures.map(inlined) } }
      : { measures: asked.measures.map(inlined) }),
    top: asked.top.map((top) => ({ ...top, by: withFormula(top.by, scope) })),
  }
}

/** Expands the model's names in a Query: measures, calculated columns and the joins they need. */
export function withModelNames(asked: Query, model: ModelNames): Query {
  const { calculations, measures, relationships } = model
  if (calculations.length + measures.length + relationships.length === 0) return asked
  const written = withFormulas(asked, model)
  const used = columnsOfQuery(written)
  const known = new Set(asked.joins.map(({ name }) => name))
  const joins = relationships.filter(
    ({ name }) => !known.has(name) && used.some((column) => column.startsWith(`${name}.`)),
  )
  return joins.length === 0 ? written : { ...written, joins: [...asked.joins, ...joins] }
}
