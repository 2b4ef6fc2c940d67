import type { Profile } from '../profile/profile.ts'
import type { Drift } from './drift.ts'

export function findDrift(_before: Profile, _after: Profile): readonly Drift[] {
  return []
}
