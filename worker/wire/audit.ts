import { z } from '@hono/zod-openapi'
import type { NamedEvent } from '../db/audit.ts'

/** One event of the audit log. */
export const wireAuditEvent = z
  .object({
    number: z.int(),
    at: z.string(),
    /** Null for strangers with a link. */
    user: z.string().nullable(),
    name: z.string().nullable(),
    session: z.string().nullable(),
    address: z.string().nullable(),
    command: z.string(),
    effect: z.enum(['read', 'write']),
    object: z.string(),
    objectId: z.string().nullable(),
    dataset: z.string().nullable(),
    version: z.string().nullable(),
    /** Rows handed out; null if it is not about rows, or a whole file. */
    rows: z.int().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    /** `done`, or the code of the failure. */
    outcome: z.string(),
    hash: z.string(),
  })
  .openapi('AuditEvent')
type WireAuditEvent = z.infer<typeof wireAuditEvent>

export const toWireAuditEvent = (event: NamedEvent): WireAuditEvent => {
  const { number, name, address, command, effect, object, objectId, rows, before, after, outcome, hash } = event
  const told = { number, name, address, command, effect, object, objectId, rows, before, after, outcome, hash }
  return {
    ...told,
    at: event.at.toISOString(),
    user: event.userId,
    session: event.sessionId,
    dataset: event.datasetId,
    version: event.versionId,
  }
}
