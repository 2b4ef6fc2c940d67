import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireShare } from '../../wire/dashboard.ts'
import { defineCommand } from '../command.ts'
import { shareRule } from './share-rule.ts'

export const changeShare = defineCommand({
  summary: 'Change what a public link tells of small groups.',
  access: 'guest',
  needs: { may: 'share', object: 'link' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }).extend(shareRule),
  async run({ store, secrets }, { id, ...rule }) {
    const changed = await store.shares.change(id, rule)
    if (!changed) return fail('share/not-found')
    return ok(toWireShare(changed, (await secrets.unseal(changed.sealedToken)) ?? ''))
  },
})
