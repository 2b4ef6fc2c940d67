import { z } from 'zod'
import { ok } from '#core/result.ts'
import { toWireSession } from '../../wire/security.ts'
import { defineCommand } from '../command.ts'

export const listSessions = defineCommand({
  summary: 'Where one is signed in: device, place and time.',
  access: 'guest',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run({ sessions, caller, now }) {
    const open = await sessions.of(caller.user, now())
    return ok(open.map((each) => toWireSession(each, caller.session)))
  },
})
