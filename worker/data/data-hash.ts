import type { Profile } from '#core/profile/profile.ts'
import { digest } from '../security/digest.ts'
import type { ReadDataset } from './open-dataset.ts'

/** The statistics of all rows, where they were made from another version and there is no file of their own. */
const hashOfProfile = (profile: Profile): string => `profile:${digest(JSON.stringify(profile))}`

/** What a version holds, as a hash: of its file, or else of the statistics of its rows. */
export const hashOfData = ({ dataset, profile }: Pick<ReadDataset, 'dataset' | 'profile'>): string =>
  dataset.version.sha256 ?? hashOfProfile(profile)
