import { type Principal, seesEverything } from '#core/access/principal.ts'
import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { accessOf } from '#core/semantic/model/access-of.ts'
import type { ModelProblem } from '#core/semantic/model/checks/check.ts'
import { diffDocuments } from '#core/semantic/model/diff-documents.ts'
import { type ModelDocument, noDecisions } from '#core/semantic/model/model-document.ts'
import { newErrors, validateDocument } from '#core/semantic/model/validate-document.ts'
import type { Store } from '../db/store.ts'
import type { Caller, Service } from '../service.ts'
import { writeCard } from './catalog.ts'
import { deletedPartners } from './deleted-partners.ts'
import { type ReadDataset, relatedTo } from './open-dataset.ts'
import { tellDataset } from './tell-dataset.ts'

/** Maximum document size; a D1 row holds at most 2 MB. */
const largest = 800_000

type Saving = {
  readonly document: ModelDocument
  /** The edited version; saving fails if a newer one exists. */
  readonly basedOn: number
  readonly note: string
}

export const documentIn = ({ decided }: ReadDataset): ModelDocument => decided?.document ?? noDecisions
export const numberOf = ({ decided }: ReadDataset): number => decided?.number ?? 0

/** Analysts change meaning; only owners and admins change access rules. */
function problemOfRole(principal: Principal, before: ModelDocument, after: ModelDocument) {
  if (seesEverything(principal)) return null
  const isSame = JSON.stringify(accessOf(before)) === JSON.stringify(accessOf(after))
  return isSame ? null : fail('model/admins-only')
}

function problemOf(found: readonly ModelProblem[]) {
  const [first, ...rest] = found
  return first ? fail('model/problems', { first: first.message, hint: first.hint, more: rest.length }) : null
}

type Saver = Service & { readonly store: Store; readonly caller: Caller; readonly principal: Principal }

async function conflict({ store }: Saver, read: ReadDataset, basedOn: number): Promise<Result<never, Failure>> {
  const latest = (await store.models.of(read.dataset.id))[0]
  const base = await store.models.find(read.dataset.id, basedOn)
  const changes = diffDocuments(base?.document ?? noDecisions, latest?.document ?? noDecisions).map(({ text }) => text)
  return fail('model/conflict', { author: latest?.author ?? null, version: latest?.number ?? 0, changes })
}

/** Saves a model document as a new version if it is valid and no other was saved meanwhile. Returns its number. */
export async function saveModel(
  deps: Saver,
  read: ReadDataset,
  { document, basedOn, note }: Saving,
): Promise<Result<number, Failure>> {
  const { store, caller, principal, now } = deps
  const before = documentIn(read)
  const refused = problemOfRole(principal, before, document)
  if (refused) return refused
  if (basedOn !== numberOf(read)) return conflict(deps, read, basedOn)
  if (JSON.stringify(document).length > largest) return fail('model/too-large')
  if (diffDocuments(before, document).length === 0) return fail('model/unchanged')
  const related = await relatedTo(deps, [...before.relationships, ...document.relationships])
  const deleted = await deletedPartners(deps, [...before.relationships, ...document.relationships])
  const found = (each: ModelDocument) => validateDocument(each, read.generated, { related, deleted })
  const wrong = problemOf(newErrors(found(document), found(before)))
  if (wrong) return wrong
  const row = { datasetId: read.dataset.id, number: basedOn + 1, document, note, userId: caller.user, createdAt: now() }
  const written = await store.models.add(row)
  if (written === 'unmet') return fail('dataset/not-found')
  if (written === 'taken') return conflict(deps, read, basedOn)
  await writeCard(deps, read.dataset.id, { workspace: caller.workspace })
  await tellDataset(deps, { workspace: caller.workspace, dataset: read.dataset.id })
  return ok(row.number)
}
