import { z } from 'zod'
import { ok } from '#core/result.ts'
import { toWireDevice } from '../../wire/security.ts'
import { defineCommand } from '../command.ts'

export const listDevices = defineCommand({
  summary: 'Browsers that are not asked for a second step.',
  access: 'guest',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async ({ devices, caller, now }) => ok((await devices.of(caller.user, now())).map(toWireDevice)),
})
