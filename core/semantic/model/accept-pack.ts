import type { PackMatch } from '../packs/packs-for.ts'
import type { SemanticModel } from '../semantic-model.ts'
import { decisionOf } from './apply-document.ts'
import type { ModelDocument } from './model-document.ts'

/** Names in use, lower case. */
function namesIn(document: ModelDocument, generated: SemanticModel): ReadonlySet<string> {
  const { measures, calculations, groups } = document
  const columns = generated.columns.flatMap(({ name, label }) => [name, decisionOf(document, name).label ?? label])
  return new Set(
    [...columns, ...[measures, calculations, groups].flat().map(({ name }) => name)].map((name) => name.toLowerCase()),
  )
}

/** The measures of a pack that the document lacks, under unused names. */
export function newMeasuresOf(match: PackMatch, document: ModelDocument, generated: SemanticModel) {
  const taken = namesIn(document, generated)
  const formulas = new Set(document.measures.map(({ formula }) => formula))
  return match.measures.filter(({ name, formula }) => !taken.has(name.toLowerCase()) && !formulas.has(formula))
}

/** Adds a pack's measures, value groups and synonyms. Existing items stay unchanged. */
export function acceptPack(document: ModelDocument, match: PackMatch, generated: SemanticModel): ModelDocument {
  const measures = newMeasuresOf(match, document, generated).map(({ synonyms, ...measure }) => ({
    ...measure,
    synonyms: [...synonyms],
  }))
  const taken = namesIn({ ...document, measures: [...document.measures, ...measures] }, generated)
  const groups = match.groups
    .filter(({ name }) => !taken.has(name.toLowerCase()))
    .map(({ name, column, groups: found }) => ({
      name,
      description: '',
      column,
      groups: found.map(({ name: group, values }) => ({ name: group, values: [...values] })),
      rest: null,
    }))
  const columns = new Map(Object.entries(document.columns))
  for (const { column, synonyms } of match.columns) {
    const known = columns.get(column)?.synonyms ?? generated.columns.find(({ name }) => name === column)?.synonyms ?? []
    const all = [...new Set([...known, ...synonyms])]
    if (all.length > known.length) columns.set(column, { ...columns.get(column), synonyms: all })
  }
  return {
    ...document,
    columns: Object.fromEntries(columns),
    measures: [...document.measures, ...measures],
    groups: [...document.groups, ...groups],
  }
}
