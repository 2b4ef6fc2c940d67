import { ownerPrincipal } from '#core/access/principal.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { fail } from '#core/errors.ts'
import type { Result } from '#core/result.ts'
import { openDataset, type OpenDataset, type Reader } from './open-dataset.ts'

/** A dataset of the workspace with all its rows and columns, for those who see them all. Whoever is in a workspace owns it. */
export async function openWhole(reader: Reader, id: string): Promise<Result<OpenDataset>> {
  const open = await openDataset(reader, id)
  if (!open.ok || mayReadWhole(open.value.model, ownerPrincipal)) return open
  return fail('sql/not-whole', { name: open.value.dataset.name })
}
