import { z } from 'zod'
import { ok } from '#core/result.ts'
import { toWireToken } from '../../wire/security.ts'
import { defineCommand } from '../command.ts'

export const listTokens = defineCommand({
  summary: 'One’s personal tokens, without the keys themselves.',
  access: 'guest',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async ({ personalTokens, caller }) => ok((await personalTokens.of(caller.user)).map(toWireToken)),
})
