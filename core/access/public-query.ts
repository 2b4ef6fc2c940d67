import { fail, type Failure } from '../errors.ts'
import { filtersIn } from '../query/columns-of-query.ts'
import { listsRows, type Query } from '../query/query.ts'
import { comparesWithAggregate } from '../query/standards.ts'
import { joinedName } from '../semantic/model/related.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Field } from '../table/table.ts'
import { pickingOperation } from './disclosure/picking.ts'
import { sortingsOf, withPlainMeasures } from './disclosure/sorting.ts'
import { isIdentifying, isPersonal } from './personal-columns.ts'
import type { Models } from './secure-query.ts'
import { type Use, usesOfQuery } from './uses-of-query.ts'

type Problem = { readonly ok: false; readonly error: Failure } | null

/** A column of the Query's dataset or joins, under its name in the Query. */
type UsedColumn = { readonly named: string; readonly column: SemanticColumn; readonly rows: number }

const columnsOf = ({ columns, hidden, rows }: SemanticModel, named: (name: string) => string): readonly UsedColumn[] =>
  [...columns, ...hidden].map((column) => ({ named: named(column.name), column, rows }))

function knownColumns({ joins }: Query, { own, joined }: Models): readonly UsedColumn[] {
  const others = joins.flatMap(({ name, dataset }) => {
    const model = joined.get(dataset)
    return model ? columnsOf(model, (column) => joinedName(name, column)) : []
  })
  return [...columnsOf(own, (column) => column), ...others]
}

/** Names in formulas ignore case. */
const isUsed = ({ named }: UsedColumn, { column, isFolded }: Use): boolean =>
  named === column || (isFolded === true && named.toLowerCase() === column.toLowerCase())

/** Columns used for more than counting. */
function told(known: readonly UsedColumn[], uses: readonly Use[]): readonly UsedColumn[] {
  return uses.filter(({ how }) => how !== 'counted').flatMap((use) => known.filter((column) => isUsed(column, use)))
}

/** True if a measure could single out individual rows. */
function picksRows(asked: Query, fields: readonly Field[]): boolean {
  const sortings = sortingsOf(asked, fields)
  if (!sortings.ok) return true
  return sortings.value.some(({ quantity }) => quantity !== null && pickingOperation(quantity.of) !== null)
}

export type PublicRule = {
  /** True if small groups are withheld; identifying columns are then restricted too, personal or not. */
  readonly guardsGroups: boolean
  /** Columns of the Query's dataset and joins. */
  readonly fields: readonly Field[]
}

/** True if its figures are of groups or of a comparison with an aggregate: they are no sums over the rows of cells. */
const worksOnGroups = (asked: Query): boolean =>
  asked.groups !== undefined || filtersIn(asked).some(comparesWithAggregate)

/**
 * Why a resolved Query must not be answered through a public link; null if it may. It must not list rows, and may
 * only count personal columns, however they are used: group, filter, formula or join. If small groups are guarded,
 * the same applies to ids and other identifying columns, except as join keys.
 */
export function problemOfPublic(asked: Query, models: Models, { guardsGroups, fields }: PublicRule): Problem {
  if (listsRows(asked)) return fail('share/lists-rows')
  const known = knownColumns(asked, models)
  const plain = withPlainMeasures(asked)
  const [all, beside] = [usesOfQuery(plain), usesOfQuery({ ...plain, joins: [] })]
  if (!all.ok) return all
  if (!beside.ok) return beside
  if (told(known, all.value).some(({ column }) => isPersonal(column))) return fail('share/tells-apart')
  if (!guardsGroups) return null
  if (told(known, beside.value).some(({ column, rows }) => isIdentifying(column, rows)))
    return fail('share/tells-apart')
  if (worksOnGroups(asked)) return fail('share/over-groups')
  return picksRows(asked, fields) ? fail('share/picks-rows') : null
}
