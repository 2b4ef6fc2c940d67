import { z } from '@hono/zod-openapi'
import { exportAudit } from '../commands/audit/export-audit.ts'
import { keepAudit } from '../commands/audit/keep-audit.ts'
import { readUsage } from '../commands/audit/read-usage.ts'
import { searchAudit } from '../commands/audit/search-audit.ts'
import { auditSearch } from '../commands/audit/search-of.ts'
import { verifyAudit } from '../commands/audit/verify-audit.ts'
import { perform } from '../http/perform.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, commandRoute, rawRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireAuditEvent } from '../wire/audit.ts'

const tag = 'Audit'
const amount = z.object({ datasets: z.int(), bytes: z.number() })

const search = commandRoute(searchAudit, {
  method: 'get',
  path: '/audit',
  tag,
  request: { query: auditSearch },
  data: z.array(wireAuditEvent),
})
const verify = commandRoute(verifyAudit, {
  method: 'get',
  path: '/audit/verify',
  tag,
  request: {},
  data: z.object({ events: z.int(), brokenAt: z.int().nullable() }),
})
const keep = commandRoute(keepAudit, {
  method: 'put',
  path: '/audit/policy',
  tag,
  request: { body: body(keepAudit.input) },
  data: z.null(),
})
const usage = commandRoute(readUsage, {
  method: 'get',
  path: '/usage',
  tag,
  request: {},
  data: amount.extend({
    members: z.int(),
    projects: z.int(),
    /** Null: unlimited. */
    quota: amount.nullable(),
    auditDays: z.int(),
  }),
})
const file = rawRoute(exportAudit, {
  method: 'get',
  path: '/audit/export',
  tag,
  request: { query: exportAudit.input },
  gives: 'The file.',
})

/** What was done in the workspace, and what it stores. */
export const auditRoutes = newRoutes()
  .openapi(search, async (c) => respond(c, await perform(c, searchAudit, c.req.valid('query'))))
  .openapi(verify, async (c) => respond(c, await perform(c, verifyAudit, {})))
  .openapi(keep, async (c) => respond(c, await perform(c, keepAudit, c.req.valid('json'))))
  .openapi(usage, async (c) => respond(c, await perform(c, readUsage, {})))
  .openapi(file, async (c) => {
    const made = await perform(c, exportAudit, c.req.valid('query'))
    return made.ok ? made.value : respondFailure(c, made.error)
  })
