import type { Deleted } from '#core/semantic/model/related.ts'
import type { Store } from '../db/store.ts'

type Leading = { readonly dataset: string }

/** Deleted but restorable datasets among relationship or join targets. */
export async function deletedPartners(
  { store }: { readonly store: Pick<Store, 'deleted'> },
  leading: readonly Leading[],
): Promise<readonly Deleted[]> {
  if (leading.length === 0) return []
  const wanted = new Set(leading.map(({ dataset }) => dataset))
  const deleted = await store.deleted.datasets()
  return deleted.flatMap(({ id, name }) => (wanted.has(id) ? [{ dataset: id, name }] : []))
}
