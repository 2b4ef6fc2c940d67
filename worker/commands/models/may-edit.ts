import { fail } from '#core/errors.ts'
import type { Deps } from '../command.ts'

/** The failure if a caller may not read or change model documents; null if they may. */
export const mayEdit = ({ principal: { role } }: Pick<Deps, 'principal'>) =>
  role === 'owner' || role === 'editor' ? null : fail('model/not-yours', { role })
