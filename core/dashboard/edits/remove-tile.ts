import { z } from 'zod'
import { ok } from '../../result.ts'
import { others, placesBefore, restore } from '../arrange.ts'
import { defineEdit } from '../edit.ts'
import { findTile, tileBefore, tileId } from '../find-tile.ts'
import { compact } from '../layout.ts'

export const removeTile = defineEdit({
  summary: 'Remove a tile; tiles below it move up.',
  payload: z.object({ tile: tileId, others }),
  apply(dashboard, { tile: id, others: told }) {
    const found = findTile(dashboard, id)
    if (!found.ok) return found
    const left = dashboard.tiles.filter((tile) => tile.id !== id)
    return ok({ ...dashboard, tiles: told ? restore(left, told) : compact(left) })
  },
  inverse: (before, after, { tile: id }) => ({
    type: 'add-tile',
    payload: {
      tile: tileBefore(before, id),
      others: placesBefore(before.tiles, after.tiles),
      index: before.tiles.findIndex((tile) => tile.id === id),
    },
  }),
})
