import { z } from 'zod'
import { tile } from '../dashboard.ts'
import { defineEdit } from '../edit.ts'
import { tileBefore, tileId, withTile } from '../find-tile.ts'

export const renameTile = defineEdit({
  summary: 'Give a tile another title.',
  payload: z.object({ tile: tileId, title: tile.shape.title }),
  apply: (dashboard, { tile: id, title }) => withTile(dashboard, id, (found) => ({ ...found, title })),
  inverse: (before, _, { tile: id }) => ({
    type: 'rename-tile',
    payload: { tile: id, title: tileBefore(before, id).title },
  }),
})
