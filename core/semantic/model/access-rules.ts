import { z } from 'zod'

/**
 * Roles that rules may restrict. Owners and admins see everything, so they can always repair a rule; a public link has the
 * role `public`.
 */
export const ruledRoles = ['analyst', 'viewer', 'public'] as const
export type RuledRole = (typeof ruledRoles)[number]

/** Documents saved before the role was renamed say `editor` for `analyst`. */
const ruledRole = z.preprocess((role) => (role === 'editor' ? 'analyst' : role), z.enum(ruledRoles))

/** Restrictions of a column: excluded and refused, or masked so that values identify nobody. */
export const visibilities = ['hidden', 'masked'] as const
export type Visibility = (typeof visibilities)[number]

const columnName = z.string().min(1).max(300)
const value = z.union([z.string().max(1000), z.number(), z.boolean()])

/** A condition on a row: compares a column with values or with an attribute of the caller. */
const rowCondition = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['in', 'notIn']), column: columnName, values: z.array(value).max(500) }),
  z.object({
    op: z.enum(['atLeast', 'atMost']),
    column: columnName,
    value: z.union([z.string().max(100), z.number()]),
  }),
  /** Equals an attribute of the caller, such as `email`, or for `group` the name of a group of theirs; others see no rows. */
  z.object({ op: z.literal('caller'), column: columnName, attribute: z.string().trim().min(1).max(60) }),
])
export type RowCondition = z.infer<typeof rowCondition>

/** The rows a role sees: those that meet every condition. A role without a rule sees all. */
export const rowRule = z.object({ role: ruledRole, conditions: z.array(rowCondition).min(1).max(20) })

const columnRule = z.object({ column: columnName, role: ruledRole, visibility: z.enum(visibilities) })

/** Row and column access of a dataset. */
export const accessRules = z.object({ rows: z.array(rowRule), columns: z.array(columnRule) })
export type AccessRules = z.infer<typeof accessRules>
