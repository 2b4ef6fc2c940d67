import { z } from 'zod'
import { publicDocument } from '#core/access/public-document.ts'
import { publicPrincipal } from '#core/access/principal.ts'
import { ok } from '#core/result.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'
import { openLink } from './open-link.ts'
import { publicModel } from './public-model.ts'

export const readPublicDashboard = defineCommand({
  summary: 'The dashboard behind a public link, with what is needed to draw it.',
  access: 'anyone',
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
    const found = opened.flatMap((open) => (open.ok ? [open.value] : []))
    const models = found.map(({ model }) => publicModel(model, document))
    const wholes = found.map(({ whole }) => whole)
    return ok({ document: publicDocument(document, wholes, publicPrincipal), models })
  },
})
