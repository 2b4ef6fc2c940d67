import { z } from 'zod'
import { aboutPersons } from '#core/access/personal-columns.ts'
import { type TileGroups, whatStrangersRead } from '#core/access/what-strangers-read.ts'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { answerPrepared } from '../../engines/answer-query.ts'
import { defineCommand, type Deps } from '../command.ts'
import type { OpenedLink } from './open-link.ts'
import { type PublicTile, publicTile } from './public-tile.ts'

/** Default minimum rows of a shown group. */
const least = 5
const mostGroups = 10_000

/** Group sizes of a tile; null if it has no groups, is over groups itself, or cannot run. */
async function groupsOf(deps: Deps, tile: Tile, { open, prepared }: PublicTile): Promise<TileGroups | null> {
  const { query } = prepared
  if (query.dimensions.length === 0 || query.groups) return null
  const { compare: _, pivot: __, ...rest } = query
  const counting = {
    ...rest,
    dimensions: query.dimensions.map((dimension, at) => ({ ...dimension, as: `group ${at}` })),
    measures: [{ aggregate: 'count' as const, as: 'rows' }],
    having: [],
    sort: [{ by: 'rows', direction: 'ascending' as const }],
    limit: mostGroups,
    offset: 0,
  }
  const counted = await answerPrepared(deps, open, { ...prepared, query: counting })
  if (!counted.ok) return null
  const sizes = counted.value.rows.map((row) => Number(row.at(-1)))
  return {
    title: tile.title,
    entity: open.whole.entity,
    groups: sizes.length,
    single: sizes.filter((size) => size === 1).length,
    small: sizes.filter((size) => size < least).length,
  }
}

export const readSharing = defineCommand({
  summary: 'What links to a dashboard would tell strangers, in sentences for the owner who decides it.',
  access: 'guest',
  needs: { may: 'share', object: 'dashboard' },
  effect: 'read',
  limit: { kind: 'query', weight: 10 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const dashboard = await deps.store.dashboards.find(id)
    if (!dashboard) return fail('dashboard/not-found')
    const link: OpenedLink = { dashboard, store: deps.store, isOpen: true, least }
    const groups: TileGroups[] = []
    let persons: string | null = null
    for (const tile of dashboard.document.tiles) {
      const told = await publicTile(deps, link, tile)
      if (!told.ok) continue
      const models = [told.value.open.whole, ...told.value.prepared.models.values()]
      persons ??= models.map(aboutPersons).find((why) => why !== null) ?? null
      const sizes = await groupsOf(deps, tile, told.value)
      if (sizes) groups.push(sizes)
    }
    return ok({ persons, told: whatStrangersRead(groups, least) })
  },
})
