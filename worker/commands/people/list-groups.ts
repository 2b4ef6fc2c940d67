import { z } from 'zod'
import { toWireGroup } from '../../wire/people.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const listGroups = defineCommand({
  summary: 'The groups of members of the workspace.',
  access: 'guest',
  needs: { may: 'read', object: 'group' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async ({ store }) => ok((await store.groups.all()).map(toWireGroup)),
})
