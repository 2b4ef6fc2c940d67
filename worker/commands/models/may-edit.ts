import { fail } from '#core/errors.ts'
import type { Deps } from '../command.ts'

/** Why a caller may not see or change what was decided of a model; null where they may. */
export const mayEdit = ({ principal: { role } }: Pick<Deps, 'principal'>) =>
  role === 'owner' || role === 'editor' ? null : fail('model/not-yours', { role })
