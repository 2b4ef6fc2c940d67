import { z } from 'zod'
import { ok } from '../../result.ts'
import { dashboard as schema } from '../dashboard.ts'
import { defineEdit } from '../edit.ts'

export const setFilters = defineEdit({
  summary: 'Filter every tile of the dashboard.',
  payload: z.object({ filters: schema.shape.filters }),
  apply: (dashboard, { filters }) => ok({ ...dashboard, filters }),
  inverse: (before) => ({ type: 'set-filters', payload: { filters: before.filters } }),
})
