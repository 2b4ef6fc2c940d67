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

export const personName = z.string().trim().min(1, 'Enter a name').max(120)
