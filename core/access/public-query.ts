import { fail, type Failure } from '../errors.ts'
import { listsRows, type Query } from '../query/query.ts'
import { joinedName } from '../semantic/model/related.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Field } from '../table/table.ts'
import { pickingOperation } from './disclosure/picking.ts'
import { sortingsOf, withPlainMeasures } from './disclosure/sorting.ts'
import { isIdentifying, isPersonal } from './personal-columns.ts'
import type { Models } from './secure-query.ts'
import { type Use, usesOfQuery } from './uses-of-query.ts'

type Problem = { readonly ok: false; readonly error: Failure } | null

/** A column of the Query's dataset or of one that it joins, by the name it has in the Query. */
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

/** Formulas name columns in whatever case. */
const isUsed = ({ named }: UsedColumn, { column, isFolded }: Use): boolean =>
  named === column || (isFolded === true && named.toLowerCase() === column.toLowerCase())

/** What is known of the columns that a Query uses otherwise than to count them. */
function told(known: readonly UsedColumn[], uses: readonly Use[]): readonly UsedColumn[] {
  return uses.filter(({ how }) => how !== 'counted').flatMap((use) => known.filter((column) => isUsed(column, use)))
}

/** Is a measure computed by an operation that could pick out single rows? */
function picksRows(asked: Query, fields: readonly Field[]): boolean {
  const sortings = sortingsOf(asked, fields)
  if (!sortings.ok) return true
  return sortings.value.some(({ quantity }) => quantity !== null && pickingOperation(quantity.of) !== null)
}

export type PublicRule = {
  /** Are small groups withheld? Then what tells records apart is not told either, be it personal or not. */
  readonly guardsGroups: boolean
  /** The columns of the Query's dataset and of all it joins. */
  readonly fields: readonly Field[]
}

/**
 * Why a resolved Query may not be answered to somebody who has only a public link; null where it may. It lists no rows,
 * and personal columns are at most counted, whatever uses them: a group, a filter, a formula, a join. Where small groups
 * are guarded, so are ids and other columns that tell records apart, which may still be what a join looks up.
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
  return picksRows(asked, fields) ? fail('share/picks-rows') : null
}
