import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { passwordMatches } from '../../security/password.ts'
import { defineCommand } from '../command.ts'
import type { Step } from './challenges.ts'
import { anyPassword, deviceToken, email } from './credentials.ts'
import { guardSignIn } from './guard-sign-in.ts'
import type { SignedIn } from './open-session.ts'
import { deviceOf, letIn, secondStep } from './second-step.ts'

export const signIn = defineCommand({
  summary: 'Sign in with e-mail and password. Where the account asks for a code, the answer says where it is.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 3 },
  input: z.object({ email, password: anyPassword, device: deviceToken }),
  async run(deps, { email, password, device: token }): Promise<Result<SignedIn | Step>> {
    const user = await deps.accounts.byEmail(email)
    const device = await deviceOf(deps, user, token)
    const admitted = await guardSignIn(deps, email, device)
    if (!admitted.ok) return admitted
    // Compared even for an unknown user, so that response time reveals nothing.
    const matches = await passwordMatches(password, user?.passwordHash ?? null)
    if (!user || !matches || !user.isActive) return fail('account/refused')
    await admitted.value.forgive()
    if (device) await deps.devices.used(device.id, deps.now())
    const step = device ? ok(null) : await secondStep(deps, user)
    if (!step.ok) return step
    return step.value ? ok(step.value) : letIn(deps, user)
  },
})
