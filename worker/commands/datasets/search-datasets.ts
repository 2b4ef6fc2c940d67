import { z } from 'zod'
import { searchCatalog } from '#core/catalog/search-catalog.ts'
import { ok } from '#core/result.ts'
import { cardsOf, closenessTo } from '../../data/catalog.ts'
import { defineCommand } from '../command.ts'

const most = 20

export const searchDatasets = defineCommand({
  summary: 'Find datasets by name, description, tag, column, or meaning.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'query', weight: 5 },
  input: z.object({ q: z.string().trim().min(1, 'Write what you are looking for').max(200) }),
  async run(deps, { q: text }) {
    const { workspace } = deps.caller
    const cards = await cardsOf(deps, { workspace })
    const findable = await closenessTo(deps, cards, { workspace, text, measure: 'toQuestion' })
    const names = new Map(cards.map(({ datasetId, card }) => [String(datasetId), card.name]))
    const hits = searchCatalog(findable, text).slice(0, most)
    return ok(hits.map((hit) => ({ ...hit, met: [...hit.met], name: names.get(hit.dataset) ?? '' })))
  },
})
