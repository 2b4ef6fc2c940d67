import { z } from 'zod'
import { passwordLength } from '#core/access/password-length.ts'

const { least, most } = passwordLength

/** Lower case, so that each address has one account. */
export const email = z.email('Enter a valid e-mail address').max(254).toLowerCase()

export const newPassword = z
  .string()
  .min(least, `A password needs at least ${least} characters`)
  .max(most, `A password has at most ${most} characters`)

export const anyPassword = z.string().min(1, 'Enter your password').max(most)

/** The code of a mail, an app, or a recovery code. */
export const code = z.string().trim().min(6, 'Enter the code').max(20)

/** The random token of a challenge. */
export const challengeToken = z.string().min(1).max(200)

/** A challenge and its answer. */
export const answered = z.object({ challenge: challengeToken, code })

/** The cookie of a trusted device; null if there is none. */
export const deviceToken = z.string().max(200).nullable()

export const personName = z.string().trim().min(1, 'Enter a name').max(120)
