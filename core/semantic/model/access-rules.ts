import { z } from 'zod'

/** What a caller may be to a workspace. A public link makes whoever has it `public`. */
const accessRoles = ['owner', 'editor', 'viewer', 'public'] as const
export type AccessRole = (typeof accessRoles)[number]

/** Whom rules may hold back: an owner sees everything, and so can always mend a rule. */
export const ruledRoles = ['editor', 'viewer', 'public'] as const satisfies readonly AccessRole[]
export type RuledRole = (typeof ruledRoles)[number]

/** Kept from somebody: left out and refused, or shown so that its values tell nobody apart. */
export const visibilities = ['hidden', 'masked'] as const
export type Visibility = (typeof visibilities)[number]

const columnName = z.string().min(1).max(300)
const value = z.union([z.string().max(1000), z.number(), z.boolean()])

/** What must hold of a row: its value in a column against some values, or against what is known of the caller. */
const rowCondition = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['in', 'notIn']), column: columnName, values: z.array(value).max(500) }),
  z.object({
    op: z.enum(['atLeast', 'atMost']),
    column: columnName,
    value: z.union([z.string().max(100), z.number()]),
  }),
  /** Equal to an attribute of the caller, such as `email`; nobody without that attribute sees a row. */
  z.object({ op: z.literal('caller'), column: columnName, attribute: z.string().trim().min(1).max(60) }),
])
export type RowCondition = z.infer<typeof rowCondition>

/** The rows that a role sees: those for which every condition holds. A role without a rule sees all. */
export const rowRule = z.object({ role: z.enum(ruledRoles), conditions: z.array(rowCondition).min(1).max(20) })

const columnRule = z.object({ column: columnName, role: z.enum(ruledRoles), visibility: z.enum(visibilities) })

/** Who sees what of a dataset. */
export const accessRules = z.object({ rows: z.array(rowRule), columns: z.array(columnRule) })
export type AccessRules = z.infer<typeof accessRules>
