import { modelFor } from '#core/access/model-for.ts'
import { secureQuery, type Secured } from '#core/access/secure-query.ts'
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
import { type OpenDataset, type ReadDataset, readDataset, type Reader } from './open-dataset.ts'

/** What a Query asks, as it may be answered, with the datasets that it joins and what these mean, by id. */
export type Prepared = Secured & {
  readonly joined: ReadonlyMap<string, ReadDataset>
  readonly models: ReadonlyMap<string, SemanticModel>
  /** Every column that the Query may name. */
  readonly fields: readonly Field[]
}

type Means = Pick<Reader, 'store' | 'files'>

async function readJoined(means: Means, { joins }: Query): Promise<Result<ReadonlyMap<string, ReadDataset>>> {
  const joined = new Map<string, ReadDataset>()
  for (const id of new Set(joins.map(({ dataset }) => dataset))) {
    const read = await readDataset(means, id)
    if (!read.ok) return read
    joined.set(id, read.value)
  }
  return ok(joined)
}

const modelOfJoined = ({ generated, decided }: ReadDataset): SemanticModel =>
  applyDocument(generated, decided?.document ?? noDecisions)

/** The columns of a dataset that a Query may name, and of what it joins. */
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

/** Untrusted input in; out comes what may be computed of it for whoever asks, which every engine can run. */
export async function prepareQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<Prepared>> {
  const { whole, principal, dataset } = open
  const read = readQuery(input)
  if (!read.ok) return read
  const written = withModelNames(read.value, whole)
  const joined = await readJoined(means, written)
  if (!joined.ok) return joined
  const models = new Map([...joined.value].map(([id, other]) => [id, modelOfJoined(other)]))
  const fields = fieldsOf(whole, written, [...models.values()])
  const asked = readAndResolve(written, { model: whole, fields, now: Date.now() })
  if (!asked.ok) return principal.role === 'owner' ? asked : refusal(open, read.value, { models, otherwise: asked })
  const secured = secureQuery(asked.value, { own: whole, joined: models }, principal)
  if (!secured.ok) return secured
  const isSound = secured.value.query === asked.value || validateQuery(secured.value.query, fields).ok
  return isSound
    ? ok({ ...secured.value, joined: joined.value, models, fields })
    : fail('access/rule-broken', { name: dataset.name })
}

type Refusing = { readonly models: ReadonlyMap<string, SemanticModel>; readonly otherwise: Result<Query> }

/** What is wrong, told by the columns that the caller may know. */
function refusal({ model, principal }: OpenDataset, asked: Query, { models, otherwise }: Refusing): Result<never> {
  const known = [...models.values()].map((other) => modelFor(other, principal))
  const told = readAndResolve(asked, { model, fields: fieldsOf(model, asked, known), now: Date.now() })
  const found = told.ok ? otherwise : told
  if (found.ok) throw new Error('A Query was refused that is none to refuse')
  return found
}
