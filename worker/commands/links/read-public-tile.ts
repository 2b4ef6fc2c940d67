import { z } from 'zod'
import { queryOfTile } from '#core/dashboard/query-of-tile.ts'
import { fail } from '#core/errors.ts'
import { listsRows } from '#core/query/query.ts'
import { answerQuery } from '../../data/answer-query.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'
import { openLink } from './open-link.ts'

export const readPublicTile = defineCommand({
  summary: 'The figures of one tile of a publicly linked dashboard. A tile that lists rows is refused.',
  access: 'anyone',
  input: z.object({ token: z.string().max(100), tile: z.string().max(100) }),
  async run(service, { token, tile: id }) {
    const link = await openLink(service, token)
    if (!link.ok) return link
    const { dashboard, store } = link.value
    const tile = dashboard.document.tiles.find((each) => each.id === id)
    if (!tile) return fail('dashboard/no-such-tile')
    if (listsRows(tile.query)) return fail('share/lists-rows')
    const open = await openDataset({ store, files: service.files }, tile.query.dataset)
    if (!open.ok) return open
    return answerQuery(service, open.value, queryOfTile(tile, dashboard.document, open.value.model))
  },
})
