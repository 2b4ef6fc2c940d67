import { z } from 'zod'
import { brokenAt } from '#core/access/audit-chain.ts'
import { digest } from '../../security/digest.ts'
import { ok, type Result } from '#core/result.ts'
import { defineCommand } from '../command.ts'

/** How many events were checked, and the first number that is not as it was written; null if all are. */
type Verified = { readonly events: number; readonly brokenAt: number | null }

/** Events that are checked at once. */
const pageSize = 1000

export const verifyAudit = defineCommand({
  summary: 'Checks that no event of the audit log was changed, added or taken away.',
  access: 'guest',
  needs: { may: 'read', object: 'audit' },
  effect: 'read',
  limit: { kind: 'query', weight: 10 },
  input: z.object({}),
  async run({ store }): Promise<Result<Verified>> {
    let [end, events] = [await store.audit.start(), 0]
    for (;;) {
      const page = await store.audit.after(end.number, pageSize)
      const broken = brokenAt(end, page, digest)
      if (broken !== null) return ok({ events: events + page.length, brokenAt: broken })
      events += page.length
      const last = page.at(-1)
      if (!last || page.length < pageSize) return ok({ events, brokenAt: null })
      end = last
    }
  },
})
