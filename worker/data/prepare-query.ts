import { type Principal, principalOn, seesEverything } from '#core/access/principal.ts'
import { modelFor } from '#core/access/model-for.ts'
import { type PrincipalOf, secureQuery, type Secured } from '#core/access/secure-query.ts'
import { fail } from '#core/errors.ts'
import { prepareQuery as readAndResolve } from '#core/query/prepare-query.ts'
import type { Query } from '#core/query/query.ts'
import { readQuery, validateQuery } from '#core/query/validate-query.ts'
import { withModelNames } from '#core/query/with-model-names.ts'
import { ok, type Result } from '#core/result.ts'
import { noDecisions } from '#core/semantic/model/model-document.ts'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import { joinedFields } from '#core/semantic/model/related.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Field } from '#core/table/table.ts'
import { deletedPartners } from './deleted-partners.ts'
import { type OpenDataset, type ReadDataset, readDataset, type Reader } from './open-dataset.ts'

/** A secured Query, with its joined datasets and their models by id. */
export type Prepared = Secured & {
  readonly joined: ReadonlyMap<string, ReadDataset>
  readonly models: ReadonlyMap<string, SemanticModel>
  /** Every column that the Query may name. */
  readonly fields: readonly Field[]
}

type Means = Pick<Reader, 'store' | 'files'>

type Asking = Means & Pick<OpenDataset, 'principal'>

/** Explains that a joined dataset is missing; members of the workspace also get its name. */
async function goneFrom(asking: Asking, join: Pick<Query['joins'][number], 'name' | 'dataset'>) {
  const [deleted] = asking.principal.role === 'public' ? [] : await deletedPartners(asking, [join])
  return fail('join/dataset-gone', { join: join.name, dataset: deleted?.name ?? null })
}

async function readJoined(asking: Asking, { joins }: Query): Promise<Result<ReadonlyMap<string, ReadDataset>>> {
  const joined = new Map<string, ReadDataset>()
  for (const join of joins) {
    if (joined.has(join.dataset)) continue
    const read = await readDataset(asking, join.dataset)
    if (!read.ok) return read.error.code === 'dataset/not-found' ? goneFrom(asking, join) : read
    joined.set(join.dataset, read.value)
  }
  return ok(joined)
}

/**
 * Explains that a measure or column cannot be computed because a related dataset was deleted, instead of reporting an
 * unknown name.
 */
async function goneBehind(means: Means, { whole, decided, principal }: OpenDataset, asked: Query) {
  const { measures, calculations } = decided?.document ?? noDecisions
  const known = new Set([...whole.measures, ...whole.calculations].map(({ name }) => name))
  const lost = [...measures, ...calculations].filter(({ name }) => !known.has(name))
  const said = JSON.stringify(asked).toLowerCase()
  if (!lost.some(({ name }) => said.includes(JSON.stringify(name).slice(1, -1).toLowerCase()))) return null
  const deleted = await deletedPartners(means, whole.relationships)
  const join = whole.relationships.find(({ dataset }) => deleted.some((each) => each.dataset === dataset))
  return join ? goneFrom({ ...means, principal }, join) : null
}

const modelOfJoined = ({ generated, decided }: ReadDataset): SemanticModel =>
  applyDocument(generated, decided?.document ?? noDecisions)

/** Columns of a dataset and its joins that a Query may name. */
const fieldsOf = (
  model: SemanticModel,
  { joins }: Pick<Query, 'joins'>,
  joined: readonly SemanticModel[],
): readonly Field[] => [
  ...model.columns,
  ...model.hidden,
  ...joinedFields(
    joins,
    joined.map((each) => ({ ...each, columns: [...each.columns, ...each.hidden], keys: [] })),
  ),
]

/** Parses an untrusted Query and secures it for the principal; every engine can run the result. */
export async function prepareQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<Prepared>> {
  const { whole, principal, dataset } = open
  const read = readQuery(input)
  if (!read.ok) return read
  const written = withModelNames(read.value, whole)
  const joined = await readJoined({ ...means, principal }, written)
  if (!joined.ok) return joined
  const of = (id: string): Principal => principalOn(open.asker, joined.value.get(id)?.dataset.role ?? 'guest')
  const models = new Map([...joined.value].map(([id, other]) => [id, modelOfJoined(other)]))
  const fields = fieldsOf(whole, written, [...models.values()])
  const asked = readAndResolve(written, { model: whole, fields, now: Date.now() })
  const gone = asked.ok ? null : await goneBehind(means, open, read.value)
  if (gone) return gone
  if (!asked.ok)
    return seesEverything(principal) && joined.value.size === 0
      ? asked
      : refusal(open, read.value, { models, of, otherwise: asked })
  const secured = secureQuery(asked.value, { own: whole, joined: models }, principal, of)
  if (!secured.ok) return secured
  const isSound = secured.value.query === asked.value || validateQuery(secured.value.query, fields).ok
  return isSound
    ? ok({ ...secured.value, joined: joined.value, models, fields })
    : fail('access/rule-broken', { name: dataset.name })
}

type Refusing = {
  readonly models: ReadonlyMap<string, SemanticModel>
  readonly of: PrincipalOf
  readonly otherwise: Result<Query>
}

/** The failure, with suggestions limited to columns that the principal may see. */
function refusal({ model }: OpenDataset, asked: Query, { models, of, otherwise }: Refusing): Result<never> {
  const known = [...models].map(([id, other]) => modelFor(other, of(id)))
  const told = readAndResolve(asked, { model, fields: fieldsOf(model, asked, known), now: Date.now() })
  const found = told.ok ? otherwise : told
  if (found.ok) throw new Error('A Query was refused that is none to refuse')
  return found
}
