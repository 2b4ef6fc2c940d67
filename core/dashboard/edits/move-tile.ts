import { z } from 'zod'
import { ok } from '../../result.ts'
import { arrange, others, placesBefore } from '../arrange.ts'
import { place } from '../dashboard.ts'
import { defineEdit } from '../edit.ts'
import { findTile, tileBefore, tileId } from '../find-tile.ts'

export const moveTile = defineEdit({
  summary: 'Give a tile another place or size; tiles in its way move down.',
  payload: z.object({ tile: tileId, place, others }),
  apply(dashboard, { tile: id, place: to, others: told }) {
    const found = findTile(dashboard, id)
    if (!found.ok) return found
    return ok({ ...dashboard, tiles: arrange(dashboard.tiles, { tile: id, place: to, others: told }) })
  },
  inverse(before, after, { tile: id }) {
    const places = placesBefore(before.tiles, after.tiles)
    delete places[id]
    return { type: 'move-tile', payload: { tile: id, place: tileBefore(before, id).place, others: places } }
  },
})
