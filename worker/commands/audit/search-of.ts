import { z } from 'zod'
import type { Search } from '../../db/audit.ts'

/** What is looked for in the audit log. */
export const auditSearch = z.object({
  user: z.string().max(100).optional(),
  q: z.string().trim().max(200).optional(),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  before: z.coerce.number().int().min(1).optional(),
})

export const searchOf = ({ user, q, since, until, before }: z.output<typeof auditSearch>): Search => ({
  user,
  text: q === '' ? undefined : q,
  since: since === undefined ? undefined : new Date(since),
  until: until === undefined ? undefined : new Date(until),
  before,
})
