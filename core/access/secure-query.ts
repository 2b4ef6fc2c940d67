import { fail, type Failure } from '../errors.ts'
import { nameOfDimension } from '../query/dimension.ts'
import type { Filter } from '../query/filter.ts'
import type { Query } from '../query/query.ts'
import { ok, type Result } from '../result.ts'
import type { KindId } from '../semantic/kinds/registry.ts'
import type { Visibility } from '../semantic/model/access-rules.ts'
import { joinedName } from '../semantic/model/related.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { type Principal, seesEverything } from './principal.ts'
import { rowFilters } from './row-filters.ts'
import { type Use, usesOfQuery } from './uses-of-query.ts'
import { visibilityOf } from './visibility.ts'

/** The models of a Query's datasets: its own, and joined ones by id. */
export type Models = { readonly own: SemanticModel; readonly joined: ReadonlyMap<string, SemanticModel> }

/** What whoever asks is to a joined dataset, which may be more or less than to the Query's own. */
export type PrincipalOf = (dataset: string) => Principal

/** A Query with access rules applied. */
export type Secured = {
  readonly query: Query
  /** Result columns to mask, with their kinds. */
  readonly masks: ReadonlyMap<string, KindId>
  /** Owners and admins see every value, so failures may quote them. */
  readonly seesEverything: boolean
}

type Rule = { readonly column: string; readonly visibility: Visibility; readonly kind: KindId }

const kindIn = ({ columns, hidden }: SemanticModel, name: string): KindId =>
  [...columns, ...hidden].find((column) => column.name === name)?.kind ?? 'category'

/** A model's rules for a caller, under the column names of the Query. */
function rulesOf(model: SemanticModel, principal: Principal, named: (column: string) => string): readonly Rule[] {
  const columns = [...new Set(model.access.columns.map(({ column }) => column))]
  return columns.flatMap((column) => {
    const visibility = visibilityOf(model, column, principal)
    return visibility === null ? [] : [{ column: named(column), visibility, kind: kindIn(model, column) }]
  })
}

type Joined = Query['joins'][number] & { readonly model: SemanticModel; readonly principal: Principal }

/** The joins of a Query with their models; refuses unknown datasets. */
function joinsOf({ joins }: Query, { joined }: Models, of: PrincipalOf): Result<readonly Joined[], Failure> {
  const known = joins.map((join) => ({ ...join, model: joined.get(join.dataset), principal: of(join.dataset) }))
  const isKnown = (join: (typeof known)[number]): join is Joined => join.model !== undefined
  return known.every(isKnown) ? ok(known) : fail('dataset/not-found')
}

/** Rules of every dataset of a Query. */
const rulesOfAll = (own: SemanticModel, joins: readonly Joined[], principal: Principal): readonly Rule[] => [
  ...rulesOf(own, principal, (column) => column),
  ...joins.flatMap(({ name, model, principal: other }) => rulesOf(model, other, (column) => joinedName(name, column))),
]

const isOf = ({ column, isFolded }: Use, rule: Rule): boolean =>
  rule.column === column || (isFolded === true && rule.column.toLowerCase() === column.toLowerCase())

function refusalOf(uses: readonly Use[], rules: readonly Rule[]) {
  for (const use of uses) {
    const found = rules.filter((rule) => isOf(use, rule))
    const hidden = found.find(({ visibility }) => visibility === 'hidden')
    if (hidden) return fail('access/hidden-column', { column: hidden.column })
    const [masked] = found
    if (masked && use.how === 'computed') return fail('access/masked-column', { column: masked.column })
  }
  return null
}

/** Keeps rows without a match; drops rows whose match the caller may not see. */
const orAlone = (joins: readonly Joined[]): readonly Filter[] =>
  joins.flatMap(({ name, key, model, principal }) =>
    rowFilters(model, principal, (column) => joinedName(name, column)).map((filter) => ({
      op: 'or' as const,
      filters: [{ op: 'isNull' as const, column: joinedName(name, key) }, filter],
    })),
  )

/** A Query over groups shows no masked column: whatever it makes of one is refused. */
function masksOf(asked: Query, rules: readonly Rule[]): ReadonlyMap<string, KindId> {
  if (asked.groups) return new Map()
  const shown = [
    ...asked.columns.map((column) => [column, column] as const),
    ...asked.dimensions.map((dimension) => [nameOfDimension(dimension), dimension.column] as const),
  ]
  return new Map(
    shown.flatMap(([name, column]) => {
      const rule = rules.find((each) => each.column === column)
      return rule ? [[name, rule.kind] as const] : []
    }),
  )
}

/**
 * The only place that applies access rules to a resolved Query: adds row filters for its dataset and joins, refuses
 * uses of hidden columns, and lists columns to mask. An owner's or admin's Query is unchanged.
 */
export function secureQuery(
  asked: Query,
  models: Models,
  principal: Principal,
  of: PrincipalOf = () => principal,
): Result<Secured, Failure> {
  const joins = joinsOf(asked, models, of)
  if (!joins.ok) return joins
  if (seesEverything(principal) && joins.value.every((join) => seesEverything(join.principal)))
    return ok({ query: asked, masks: new Map(), seesEverything: true })
  const uses = usesOfQuery(asked)
  if (!uses.ok) return uses
  const rules = rulesOfAll(models.own, joins.value, principal)
  const refusal = refusalOf(uses.value, rules)
  if (refusal) return refusal
  const held = [...rowFilters(models.own, principal), ...orAlone(joins.value)]
  return ok({
    query: held.length === 0 ? asked : { ...asked, filters: [...asked.filters, ...held] },
    masks: masksOf(asked, rules),
    seesEverything: false,
  })
}
