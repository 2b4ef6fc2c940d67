import { z } from 'zod'
import { toWireInvitation } from '../../wire/people.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const listInvitations = defineCommand({
  summary: 'The invitations to the workspace that were not taken back.',
  access: 'guest',
  needs: { may: 'read', object: 'invitation' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async ({ store, now }) => ok((await store.invitations.all()).map((each) => toWireInvitation(each, now()))),
})
