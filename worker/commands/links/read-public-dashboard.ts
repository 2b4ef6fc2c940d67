import { z } from 'zod'
import { publicDocument, publicModel } from '#core/access/public-document.ts'
import { publicPrincipal } from '#core/access/principal.ts'
import { ok } from '#core/result.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'
import { openLink } from './open-link.ts'

export const readPublicDashboard = defineCommand({
  summary: 'The dashboard behind a public link, with what is needed to draw it.',
  access: 'anyone',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 2 },
  input: z.object({ token: z.string().max(100) }),
  async run(service, { token }) {
    const link = await openLink(service, token)
    if (!link.ok) return link
    const { dashboard, store } = link.value
    const { document } = dashboard
    const datasets = [...new Set(document.tiles.map(({ query }) => query.dataset))]
    const opened = await Promise.all(
      datasets.map((id) => openDataset({ ...service, store, principal: publicPrincipal }, id)),
    )
    const models = opened.flatMap((open) => (open.ok ? [open.value.whole] : []))
    const shown = publicDocument(document, models)
    return ok({ document: shown, models: models.map((model) => publicModel(model, shown)) })
  },
})
