import type { AccessRole } from '../semantic/model/access-rules.ts'

/** Whoever asks: what they are to the workspace, and what is known of them that rules may compare rows with. */
export type Principal = {
  readonly role: AccessRole
  /** Such as `email`. */
  readonly attributes: Readonly<Record<string, string>>
}

export const ownerPrincipal: Principal = { role: 'owner', attributes: {} }
/** Whoever has a public link. */
export const publicPrincipal: Principal = { role: 'public', attributes: {} }
