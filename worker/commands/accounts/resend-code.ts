import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { resendCode } from './challenges.ts'
import { challengeToken } from './credentials.ts'

export const sendCodeAgain = defineCommand({
  summary: 'Send another code for a step that waits for one, at most once a minute.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 3 },
  input: z.object({ challenge: challengeToken }),
  run: (deps, { challenge }) => resendCode(deps, challenge),
})
