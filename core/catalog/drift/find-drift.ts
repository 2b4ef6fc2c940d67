import type { Profile } from '../../profile/profile.ts'
import { dataDrift } from './data-drift.ts'
import { severities, type Drift } from './drift.ts'
import { matchColumns } from './match-columns.ts'
import { schemaDrift } from './schema-drift.ts'

/** Maximum differences reported. */
const most = 100

const weight = ({ severity }: Drift): number => severities.indexOf(severity)

/** All differences between a version and the previous one, most severe first. */
export function findDrift(before: Profile, after: Profile): readonly Drift[] {
  const matched = matchColumns(before, after)
  const found = [...schemaDrift(matched), ...dataDrift(before, after, matched.pairs)]
  return found.sort((a, b) => weight(b) - weight(a)).slice(0, most)
}
