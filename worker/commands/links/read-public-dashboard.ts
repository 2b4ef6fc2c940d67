import { z } from 'zod'
import { publicDocument } from '#core/access/public-document.ts'
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
    const opened = await Promise.all(datasets.map((id) => openDataset({ store, files: service.files }, id)))
    const models = opened.flatMap((open) => (open.ok ? [publicModel(open.value.model, document)] : []))
    return ok({ document: publicDocument(document, models), models })
  },
})
