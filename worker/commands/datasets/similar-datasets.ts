import { z } from 'zod'
import { findSimilar } from '#core/catalog/find-similar.ts'
import { textOfCard } from '#core/catalog/grams.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { cardsOf, closenessTo } from '../../data/catalog.ts'
import { defineCommand } from '../command.ts'

export const similarDatasets = defineCommand({
  summary: 'Datasets that share columns with one, or are about something alike.',
  access: 'guest',
  effect: 'read',
  limit: { kind: 'query', weight: 5 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { workspace } = deps.caller
    if (!(await deps.store.datasets.find(id))) return fail('dataset/not-found')
    const cards = await cardsOf(deps, { workspace })
    const own = cards.find(({ datasetId }) => datasetId === id)?.card
    if (!own) return ok([])
    const others = cards.filter(({ datasetId }) => datasetId !== id)
    const near = await closenessTo(deps, others, { workspace, text: textOfCard(own), measure: 'toCard' })
    const names = new Map(cards.map(({ datasetId, card }) => [String(datasetId), card.name]))
    return ok(
      findSimilar(own, near).map((similar) => ({
        ...similar,
        shared: [...similar.shared],
        keys: [...similar.keys],
        name: names.get(similar.dataset) ?? '',
      })),
    )
  },
})
