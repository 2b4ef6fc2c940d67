import { z } from 'zod'

/** Roles of a caller. A public link gives the role `public`. */
const accessRoles = ['owner', 'editor', 'viewer', 'public'] as const
export type AccessRole = (typeof accessRoles)[number]

/** Roles that rules may restrict; owners see everything, so they can always repair a rule. */
export const ruledRoles = ['editor', 'viewer', 'public'] as const satisfies readonly AccessRole[]
export type RuledRole = (typeof ruledRoles)[number]

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
  /** Equals an attribute of the caller, such as `email`; callers without it see no rows. */
  z.object({ op: z.literal('caller'), column: columnName, attribute: z.string().trim().min(1).max(60) }),
])
export type RowCondition = z.infer<typeof rowCondition>

/** The rows a role sees: those that meet every condition. A role without a rule sees all. */
export const rowRule = z.object({ role: z.enum(ruledRoles), conditions: z.array(rowCondition).min(1).max(20) })

const columnRule = z.object({ column: columnName, role: z.enum(ruledRoles), visibility: z.enum(visibilities) })

/** Row and column access of a dataset. */
export const accessRules = z.object({ rows: z.array(rowRule), columns: z.array(columnRule) })
export type AccessRules = z.infer<typeof accessRules>
