import { z } from 'zod'
import { knownChartSpec } from '../../charts/registry.ts'
import { query } from '../../query/query.ts'
import { defineEdit } from '../edit.ts'
import { tileBefore, tileId, withTile } from '../find-tile.ts'

export const changeTile = defineEdit({
  summary: 'Give a tile another question, or another way to show its answer.',
  payload: z.object({
    tile: tileId,
    query: query.optional(),
    /** Null: chosen from the result. */
    chart: knownChartSpec.nullable().optional(),
  }),
  apply: (dashboard, { tile: id, query: asked, chart }) =>
    withTile(dashboard, id, (found) => ({
      ...found,
      ...(asked === undefined ? {} : { query: asked }),
      ...(chart === undefined ? {} : { chart }),
    })),
  inverse(before, _, { tile: id }) {
    const { query: asked, chart } = tileBefore(before, id)
    return { type: 'change-tile', payload: { tile: id, query: asked, chart } }
  },
})
