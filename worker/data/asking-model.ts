import { isOfModel, withCorrections } from '#core/ask/corrections/with-corrections.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { withKin } from '#core/ask/kin/with-kin.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { StoredCorrection } from '../db/corrections.ts'
import type { Store } from '../db/store.ts'
import type { OpenDataset } from './open-dataset.ts'

type Corrections = { readonly store: Pick<Store, 'corrections'> }
type Opened = Pick<OpenDataset, 'dataset' | 'model' | 'whole' | 'principal'>

/** What the workspace said that words mean, as far as whoever asks may know it: of columns they see, and of values if they see all. */
export async function correctionsFor(
  { store }: Corrections,
  { dataset, model, whole, principal }: Opened,
): Promise<readonly StoredCorrection[]> {
  const kept = await store.corrections.of(dataset.id)
  const seesValues = mayReadWhole(whole, principal)
  return kept.filter(({ meaning }) => isOfModel(meaning, model) && (meaning.value === null || seesValues))
}

/** The model that questions are read with, at the edge and in the page. */
export async function askingModel(deps: Corrections, open: Opened): Promise<SemanticModel> {
  const corrections = await correctionsFor(deps, open)
  return withCorrections(
    withKin(open.model),
    corrections.map(({ words, meaning }) => ({ words, ...meaning })),
  )
}
