import { z } from 'zod'

/** Lower case, so that each address has one account. */
export const email = z.email('Enter a valid e-mail address').max(254).toLowerCase()

/** Length makes a password strong; the upper bound limits hashing time. */
export const newPassword = z
  .string()
  .min(8, 'A password needs at least 8 characters')
  .max(200, 'A password has at most 200 characters')

export const anyPassword = z.string().min(1, 'Enter your password').max(200)

export const personName = z.string().trim().min(1, 'Enter a name').max(120)
