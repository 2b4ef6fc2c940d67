import { z } from 'zod'
import { ok } from '../../result.ts'
import { dashboard as schema } from '../dashboard.ts'
import { defineEdit } from '../edit.ts'

export const renameDashboard = defineEdit({
  summary: 'Give the dashboard another title.',
  payload: z.object({ title: schema.shape.title }),
  apply: (dashboard, { title }) => ok({ ...dashboard, title }),
  inverse: (before) => ({ type: 'rename-dashboard', payload: { title: before.title } }),
})
