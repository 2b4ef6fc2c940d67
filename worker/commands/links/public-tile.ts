import { aboutPersons } from '#core/access/personal-columns.ts'
import { publicPrincipal } from '#core/access/principal.ts'
import { problemOfPublic } from '#core/access/public-query.ts'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { queryOfTile } from '#core/dashboard/query-of-tile.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { type OpenDataset, openDataset } from '../../data/open-dataset.ts'
import { type Prepared, prepareQuery } from '../../data/prepare-query.ts'
import type { Service } from '../../service.ts'
import type { OpenedLink } from './open-link.ts'

/** A tile as strangers may query it. */
export type PublicTile = {
  readonly open: OpenDataset
  readonly prepared: Prepared
  /** True if small groups are withheld. */
  readonly guardsGroups: boolean
}

/**
 * Reads a tile for a link and decides what may be shown. If personal data is found, the owner cannot open the link.
 * Only the owner sees why a tile is invalid.
 */
export async function publicTile(service: Service, link: OpenedLink, tile: Tile): Promise<Result<PublicTile>> {
  const { dashboard, store, isOpen } = link
  const means = { ...service, store }
  const open = await openDataset({ ...means, principal: publicPrincipal }, tile.query.dataset)
  if (!open.ok) return fail('share/tile-broken')
  const prepared = await prepareQuery(means, open.value, queryOfTile(tile, dashboard.document, open.value.whole))
  if (!prepared.ok) return fail('share/tile-broken')
  const { query, models, fields } = prepared.value
  const own = open.value.whole
  const isAboutPersons = [own, ...models.values()].some((model) => aboutPersons(model) !== null)
  const guardsGroups = isAboutPersons || !isOpen
  const problem = problemOfPublic(query, { own, joined: models }, { guardsGroups, fields })
  return problem ?? ok({ open: open.value, prepared: prepared.value, guardsGroups })
}
