import { z } from 'zod'
import { toWireMember } from '../../wire/people.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const listMembers = defineCommand({
  summary: 'Who is a member of the workspace, with role and groups.',
  access: 'guest',
  needs: { may: 'read', object: 'member' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async ({ store }) => ok((await store.members.all()).map(toWireMember)),
})
