import { z } from 'zod'
import { dictionary } from '#core/dictionary.ts'
import type { Member } from '../../db/members.ts'

/** What row rules may compare of a person: `{ region: 'North' }`. The e-mail is always known, and of the account alone. */
export const attributes = dictionary(z.string().trim().max(200), 60)
  .refine((given) => Object.keys(given).length <= 50, 'At most 50 attributes')
  .refine((given) => !Object.hasOwn(given, 'email'), 'The e-mail is that of the account')
  .refine((given) => !Object.hasOwn(given, 'group'), 'Groups are those that the person is in')

/** What the audit log keeps of a member. */
export const rightsOf = ({ role, attributes: known }: Pick<Member, 'role' | 'attributes'>) => ({
  role,
  attributes: known,
})
