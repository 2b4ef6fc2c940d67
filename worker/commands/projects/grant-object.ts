import { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { GrantObject } from '../../db/grants.ts'
import type { Store } from '../../db/store.ts'

/** A project or a dataset. */
export const grantObject = z.union([z.object({ project: z.string() }), z.object({ dataset: z.string() })])

export const grantHolder = z.object({ kind: z.enum(['user', 'group']), id: z.string() })

/** The project or dataset that is named, if the workspace has it. */
export async function findObject(
  store: Pick<Store, 'placeOf'>,
  named: z.output<typeof grantObject>,
): Promise<Result<GrantObject, Failure>> {
  const object =
    'project' in named
      ? ({ kind: 'project', id: named.project } as const)
      : ({ kind: 'dataset', id: named.dataset } as const)
  if ((await store.placeOf(object)) !== null) return ok(object)
  return object.kind === 'project' ? fail('project/not-found') : fail('dataset/not-found')
}
