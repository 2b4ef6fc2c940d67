import { z } from 'zod'
import { knownChartSpec } from '../../charts/registry.ts'
import { fail } from '../../errors.ts'
import { ok } from '../../result.ts'
import { arrange, others, placesBefore } from '../arrange.ts'
import { tile } from '../dashboard.ts'
import { defineEdit } from '../edit.ts'

/** As many tiles as a page shows without losing its reader. */
const most = 60

const payload = z.object({
  tile: tile.extend({ chart: knownChartSpec.nullable() }),
  others,
  /** Its position in the list of tiles; last where left out. */
  index: z.int().min(0).optional(),
})

export const addTile = defineEdit({
  summary: 'Add a tile; tiles in its way move down.',
  payload,
  apply(dashboard, { tile: added, others: told, index }) {
    const { tiles } = dashboard
    if (tiles.some(({ id }) => id === added.id)) return fail('dashboard/tile-exists')
    if (tiles.length >= most) return fail('dashboard/full', { most })
    const all = tiles.toSpliced(index ?? tiles.length, 0, added)
    return ok({ ...dashboard, tiles: arrange(all, { tile: added.id, place: added.place, others: told }) })
  },
  inverse: (before, after, { tile: added }) => ({
    type: 'remove-tile',
    payload: { tile: added.id, others: placesBefore(before.tiles, after.tiles) },
  }),
})
