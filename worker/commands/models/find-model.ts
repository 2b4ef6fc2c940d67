import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { type ModelDocument, noDecisions } from '#core/semantic/model/model-document.ts'
import type { Deps } from '../command.ts'

/** The model document of a version of a model; 0 is empty. */
export async function findModel(deps: Deps, id: string, number: number): Promise<Result<ModelDocument, Failure>> {
  if (!(await deps.store.datasets.find(id))) return fail('dataset/not-found')
  if (number === 0) return ok(noDecisions)
  const found = await deps.store.models.find(id, number)
  return found ? ok(found.document) : fail('model/not-found', { number })
}
