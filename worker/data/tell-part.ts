import type { Dataset } from '../db/datasets.ts'
import { toWireDataset, type WireDataset, type WireVersion } from '../wire/dataset.ts'
import { maySeeAll, type Reader } from './open-dataset.ts'

/** Removes values and column names from a version, for principals who see a part of its data. */
export const partOf = <Told extends Pick<WireVersion, 'drift' | 'choices'>>(told: Told): Told => ({
  ...told,
  drift: null,
  choices: null,
  ...('held' in told ? { held: null } : {}),
})

/** A dataset as the principal may see it. */
export async function toldOf(reader: Pick<Reader, 'store' | 'principal'>, dataset: Dataset): Promise<WireDataset> {
  const told = toWireDataset(dataset)
  if (await maySeeAll(reader, dataset)) return told
  return { ...partOf(told), next: told.next && partOf(told.next) }
}
