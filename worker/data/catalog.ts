import { cardOf, type Card } from '#core/catalog/card.ts'
import { decodeGrams, encodeGrams, gramsOf, textOfCard } from '#core/catalog/grams.ts'
import type { Findable } from '#core/catalog/search-catalog.ts'
import { ownerPrincipal } from '#core/access/principal.ts'
import type { Id } from '#core/ids.ts'
import type { Dataset } from '../db/datasets.ts'
import type { StoredCard } from '../db/cards.ts'
import type { Store } from '../db/store.ts'
import type { Service } from '../service.ts'
import { openDataset } from './open-dataset.ts'

type Means = Pick<Service, 'files' | 'vectors' | 'defer' | 'log'> & { readonly store: Store }
type Where = { readonly workspace: Id<'workspace'> }

/** Identifies the inputs of a card: description, version and model. */
const stateOf = ({ name, description, tags, version, model }: Dataset): string =>
  JSON.stringify([name, description, tags, version.id, model])

/** Writes a dataset's card and vector. A dataset that is not ready has none. */
export async function writeCard(means: Means, id: Id<'dataset'>, where: Where): Promise<void> {
  const { store, vectors, defer } = means
  const open = await openDataset({ ...means, principal: ownerPrincipal }, id)
  if (!open.ok) return
  const { dataset, model } = open.value
  const card = cardOf(dataset, model)
  const text = textOfCard(card)
  await store.cards.put({ datasetId: id, versionId: dataset.version.id, card, grams: encodeGrams(gramsOf(text)) })
  // A concurrent change may have written a newer card.
  const now = await store.datasets.find(id)
  if (now && stateOf(now) !== stateOf(dataset)) return writeCard(means, id, where)
  defer(vectors.put(where.workspace, id, text))
}

/** Maximum outdated cards written during a search; later searches continue. */
const atOnce = 20

/** True if a card is missing or outdated, as for samples and restored versions. */
const isBehind = (dataset: Dataset, cards: ReadonlyMap<string, StoredCard>): boolean =>
  dataset.version.status === 'ready' && cards.get(dataset.id)?.versionId !== dataset.version.id

/** The cards of a workspace, after updating outdated ones. */
export async function cardsOf(means: Means, where: Where): Promise<readonly StoredCard[]> {
  const { store, log } = means
  const [datasets, cards] = await Promise.all([store.datasets.all(), store.cards.all()])
  const known = new Map(cards.map((card) => [card.datasetId, card] as const))
  const behind = datasets.filter((dataset) => isBehind(dataset, known)).slice(0, atOnce)
  if (behind.length === 0) return cards
  const written = await Promise.allSettled(behind.map(({ id }) => writeCard(means, id, where)))
  const failed = written.filter(({ status }) => status === 'rejected').length
  if (failed > 0) log('warning', 'cards could not be written', { failed })
  return store.cards.all()
}

type Measure = 'toQuestion' | 'toCard'

/** All other cards with their closeness to a text; 0 without an index. */
export async function closenessTo(
  { vectors, log }: Means,
  cards: readonly StoredCard[],
  { workspace, text, measure }: Where & { readonly text: string; readonly measure: Measure },
): Promise<readonly Findable[]> {
  const among = cards.map(({ datasetId, grams }) => ({ dataset: datasetId, grams: decodeGrams(grams) }))
  const closeness = await vectors[measure]({ workspace, text, among }).catch((error: unknown) => {
    log('warning', 'no vectors', { error })
    return new Map<string, number>()
  })
  return cards.map(({ datasetId, card }) => ({
    dataset: datasetId,
    card: card satisfies Card,
    closeness: closeness.get(datasetId) ?? 0,
  }))
}
