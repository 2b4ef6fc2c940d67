import { toWireAuditEvent } from '../../wire/audit.ts'
import { auditSearch, searchOf } from './search-of.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

/** Events of one page. */
const mostShown = 100

export const searchAudit = defineCommand({
  summary: 'What was done in the workspace, by whom and when; the newest first.',
  access: 'guest',
  needs: { may: 'read', object: 'audit' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: auditSearch,
  async run({ store }, asked) {
    const events = await store.audit.search(searchOf(asked), mostShown)
    return ok(events.map(toWireAuditEvent))
  },
})
