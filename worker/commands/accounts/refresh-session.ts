import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import { defineCommand } from '../command.ts'
import { closeLines } from './end-sessions.ts'
import { newRefreshToken } from './open-session.ts'

export const refreshSession = defineCommand({
  summary:
    'Exchange a refresh token for new tokens. Each works once; one that comes again much later ends the session everywhere.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ refreshToken: z.string().max(200) }),
  async run(service, { refreshToken }) {
    const [next, now] = [newRefreshToken(), service.now()]
    const expiresAt = new Date(now.getTime() + service.config.session.refreshSeconds * 1000)
    const rotation = { hash: digest(refreshToken), nextHash: digest(next), now, expiresAt }
    const { holder, ended } = await service.sessions.rotate(rotation)
    if (ended.length > 0) service.log('warning', 'a used refresh credential came again', { session: ended[0]?.id })
    closeLines(service, ended)
    const user = holder && (await service.accounts.byId(holder.user))
    if (!holder || !user) return fail('access/session-needed')
    const accessToken = await service.secrets.signAccess(holder)
    const tokens = { accessToken, refreshToken: next, expiresIn: service.config.session.accessSeconds }
    return ok({ user, tokens })
  },
})
