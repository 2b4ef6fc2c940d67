import { z } from 'zod'
import { attachment } from '../../wire/attachment.ts'
import { linesOf } from './lines-of.ts'
import { auditSearch, searchOf } from './search-of.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const exportAudit = defineCommand({
  summary: 'The audit log as CSV or as one JSON object a line, the newest 100,000 events that match.',
  access: 'guest',
  needs: { may: 'read', object: 'audit' },
  effect: 'read',
  limit: { kind: 'query', weight: 10 },
  input: auditSearch.extend({ format: z.enum(['csv', 'ndjson']) }),
  async run({ store, trail, caller }, { format, ...asked }) {
    const search = searchOf(asked)
    trail.changed({ object: `audit ${caller.workspace}`, before: null, after: { exported: format } })
    const lines = linesOf(store.audit, search, format)
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson'
    return ok(attachment(lines, `audit.${format}`, type))
  },
})
