import { namesOfFormula } from '../formula/names.ts'
import { bracketed } from '../formula/print.ts'
import type { SemanticColumn, SemanticModel } from '../semantic-model.ts'
import { matchRoles } from './match-roles.ts'
import type { Pack, PackGroups, PackHint, PackMeasure } from './pack.ts'
import { type PackId, packs } from './registry.ts'

/** A pack bound to a dataset's columns. */
export type PackMatch = {
  readonly pack: PackId
  readonly title: string
  /** From 0 to 1: the share of the domain's evidence that was found. */
  readonly score: number
  /** Columns with their roles and synonyms. */
  readonly columns: readonly { readonly role: string; readonly column: string; readonly synonyms: readonly string[] }[]
  readonly measures: readonly PackMeasure[]
  readonly questions: readonly string[]
  readonly hints: readonly PackHint[]
  readonly groups: readonly (Omit<PackGroups, 'role'> & { readonly column: string })[]
}

type Matched = ReadonlyMap<string, SemanticColumn>

const weightOf = ({ roles }: Pack, names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + (roles[name]?.weight ?? 0), 0)

/** Packs that match a dataset, best first. */
export function packsFor({ columns }: Pick<SemanticModel, 'columns'>): readonly PackMatch[] {
  return (Object.keys(packs) as PackId[]).flatMap((id) => matchOf(id, columns)).toSorted((a, b) => b.score - a.score)
}

function matchOf(id: PackId, columns: readonly SemanticColumn[]): PackMatch[] {
  const pack: Pack = packs[id]
  const matched = matchRoles(pack, columns)
  const weight = weightOf(pack, matched.keys())
  const measures = pack.measures.flatMap((one) => boundMeasure(one, matched))
  // A single measure is not enough for a domain.
  if (weight < pack.least || measures.length < 2) return []
  return [
    {
      pack: id,
      title: pack.title,
      score: weight / weightOf(pack, Object.keys(pack.roles)),
      columns: [...matched].map(([role, { name }]) => ({
        role,
        column: name,
        synonyms: pack.roles[role]?.synonyms ?? [],
      })),
      measures,
      questions: pack.questions.flatMap((question) => boundQuestion(question, measures, matched)),
      hints: pack.hints.flatMap((hint) => boundHint(hint, measures, matched)),
      groups: pack.groups.flatMap(({ role, ...rest }) => {
        const column = matched.get(role)
        return column ? [{ ...rest, column: column.name }] : []
      }),
    },
  ]
}

/** Binds a measure to the dataset's columns, if all were found. */
function boundMeasure(measure: PackMeasure, matched: Matched): PackMeasure[] {
  const roles = namesOfFormula(measure.formula)
  if (!roles.every((role) => matched.has(role))) return []
  const formula = roles.reduce(
    (text, role) => text.replaceAll(bracketed(role), bracketed(matched.get(role)?.name ?? role)),
    measure.formula,
  )
  return [{ ...measure, formula }]
}

/** Fills measures and roles in braces; drops a question that lacks one. */
function boundQuestion(question: string, measures: readonly PackMeasure[], matched: Matched): string[] {
  const parts = [...question.matchAll(/\{([^}]+)\}/g)].map(([, part = '']) => part)
  const known = (part: string): string | undefined =>
    measures.find(({ name }) => name === part)?.name ?? matched.get(part)?.label
  if (!parts.every((part) => known(part) !== undefined)) return []
  return [question.replace(/\{([^}]+)\}/g, (_, part: string) => (known(part) ?? part).toLowerCase())]
}

function boundHint({ measure, by }: PackHint, measures: readonly PackMeasure[], matched: Matched): PackHint[] {
  const column = matched.get(by)
  return column && measures.some(({ name }) => name === measure) ? [{ measure, by: column.name }] : []
}
