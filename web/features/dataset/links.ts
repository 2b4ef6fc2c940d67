import type { CleaningStepId } from '#core/profile/quality/quality-part.ts'
import type { Filter } from '#core/query/filter.ts'

/** URLs within a dataset's page; rows count from 0 here and from 1 in URLs. */
export function createLinks(path: string) {
  const to = (parts: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(parts)}`
  return {
    profile: to({ tab: 'profile' }),
    /** The page of a column. */
    column: (name: string): string => to({ tab: 'profile', column: name }),
    /** A cleaning step, for one column or for rows. */
    clean: (step: CleaningStepId, column: string | null): string =>
      to({ tab: 'clean', step, ...(column === null ? {} : { column }) }),
    row: (row: number): string => to({ tab: 'rows', row: String(row + 1) }),
    rows: (filter: Filter): string => to({ tab: 'rows', filter: JSON.stringify(filter) }),
  }
}
export type Links = ReturnType<typeof createLinks>
