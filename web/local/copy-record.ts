import type { Profile } from '#core/profile/profile.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { DashboardRecord, Dataset } from '../api.ts'
import type { Problem } from '../transport.ts'

/** The parts of a dataset that answers need. */
export type CopiedRows = { readonly rows: Blob; readonly model: SemanticModel; readonly profile: Profile }

/** What was copied, or why it is never copied. */
export type CopyContent = CopiedRows | { readonly problem: Problem }

/** A dataset of the server as it was copied to this device. */
export type CopyRecord = {
  readonly id: string
  /** The account that saw it; null if unknown. */
  readonly owner: string | null
  /** The server's entry when it was copied. */
  readonly dataset: Dataset
  /** ISO text of the last visit. */
  readonly visitedAt: string
  /** Its own dashboard at the last visit; null where it has none. */
  readonly dashboard: DashboardRecord | null
  readonly content: CopyContent
}

/** True if the server's entry still says what the copy holds. */
export const isSameState = (
  copied: Pick<Dataset, 'version' | 'model' | 'name'>,
  now: Pick<Dataset, 'version' | 'model' | 'name'>,
): boolean => copied.version.id === now.version.id && copied.model === now.model && copied.name === now.name

const maxRecords = 12

/** Records beyond the maximum, the longest unvisited first. */
export const surplusCopies = (records: readonly CopyRecord[]): readonly CopyRecord[] =>
  records.toSorted((a, b) => b.visitedAt.localeCompare(a.visitedAt)).slice(maxRecords)
