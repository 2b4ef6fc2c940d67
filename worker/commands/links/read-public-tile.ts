import { z } from 'zod'
import { countOfGroups, isTooFine, problemOfPublic } from '#core/access/public-query.ts'
import { publicPrincipal } from '#core/access/principal.ts'
import { queryOfTile } from '#core/dashboard/query-of-tile.ts'
import { fail } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import { ok, type Result } from '#core/result.ts'
import { answerQuery } from '../../data/answer-query.ts'
import { openDataset, type OpenDataset, type Reader } from '../../data/open-dataset.ts'
import type { Service } from '../../service.ts'
import { defineCommand } from '../command.ts'
import { openLink } from './open-link.ts'

/** Groups that are harmless one by one may come to single rows when they are combined: counted before they are shown. */
async function refuseFine(
  service: Service & Pick<Reader, 'store'>,
  open: OpenDataset,
  asked: Query,
): Promise<Result<null>> {
  const counting = countOfGroups(asked, open.whole)
  if (!counting) return ok(null)
  const counted = await answerQuery(service, open, counting)
  if (!counted.ok) return counted
  return isTooFine(counted.value.rows.map((row) => row.at(-1))) ? fail('share/too-fine') : ok(null)
}

export const readPublicTile = defineCommand({
  summary: 'The figures of one tile of a publicly linked dashboard. A tile that would show single rows is refused.',
  access: 'anyone',
  input: z.object({ token: z.string().max(100), tile: z.string().max(100) }),
  async run(service, { token, tile: id }) {
    const link = await openLink(service, token)
    if (!link.ok) return link
    const { dashboard, store } = link.value
    const tile = dashboard.document.tiles.find((each) => each.id === id)
    if (!tile) return fail('dashboard/no-such-tile')
    const open = await openDataset({ ...service, store, principal: publicPrincipal }, tile.query.dataset)
    if (!open.ok) return open
    const asked = queryOfTile(tile, dashboard.document, open.value.whole)
    const refused = problemOfPublic(asked, open.value.whole)
    if (refused) return refused
    const means = { ...service, store }
    const fine = await refuseFine(means, open.value, asked)
    return fine.ok ? answerQuery(means, open.value, asked) : fine
  },
})
