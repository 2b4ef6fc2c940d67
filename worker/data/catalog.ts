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

/** What a card is written from: what people wrote, the version, and what was decided about it. */
const stateOf = ({ name, description, tags, version, model }: Dataset): string =>
  JSON.stringify([name, description, tags, version.id, model])

/** Writes the card by which a dataset is found; its vector follows. One that is not ready has no card yet. */
export async function writeCard(means: Means, id: Id<'dataset'>, where: Where): Promise<void> {
  const { store, vectors, defer } = means
  const open = await openDataset({ ...means, principal: ownerPrincipal }, id)
  if (!open.ok) return
  const { dataset, model } = open.value
  const card = cardOf(dataset, model)
  const text = textOfCard(card)
  await store.cards.put({ datasetId: id, versionId: dataset.version.id, card, grams: encodeGrams(gramsOf(text)) })
  // Whoever changed the dataset meanwhile may have written its newer card before this one.
  const now = await store.datasets.find(id)
  if (now && stateOf(now) !== stateOf(dataset)) return writeCard(means, id, where)
  defer(vectors.put(where.workspace, id, text))
}

/** So many cards are written while somebody waits for a search; the next search writes more. */
const atOnce = 20

/** Is a card missing, or of another version? Samples come without, and versions are restored. */
const isBehind = (dataset: Dataset, cards: ReadonlyMap<string, StoredCard>): boolean =>
  dataset.version.status === 'ready' && cards.get(dataset.id)?.versionId !== dataset.version.id

/** The cards of a workspace, those that are behind written first. */
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

/** Every other card with its closeness to a text; without the index, words alone decide. */
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
