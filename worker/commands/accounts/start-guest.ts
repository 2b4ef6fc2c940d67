import { z } from 'zod'
import { ok } from '#core/result.ts'
import type { User } from '../../db/accounts.ts'
import { addSample } from '../../data/sample.ts'
import { defineCommand } from '../command.ts'
import { openSession } from './open-session.ts'

export const startGuest = defineCommand({
  summary: 'Start working without an account, in a workspace of one’s own with a sample dataset in it.',
  access: 'anyone',
  input: z.object({}),
  async run(service) {
    const now = service.now()
    const guest: User = {
      id: service.newId(),
      workspaceId: service.newId(),
      kind: 'guest',
      email: null,
      name: 'Guest',
      passwordHash: null,
      preferences: { theme: 'system', notifications: true },
      isActive: true,
      lastSignInAt: now,
      createdAt: now,
    }
    await service.accounts.create(guest)
    await addSample(service, guest.workspaceId)
    return ok(await openSession(service, guest))
  },
})
