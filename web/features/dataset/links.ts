import type { CleaningStepId } from '#core/profile/quality/quality.ts'
import type { Filter } from '#core/query/filter.ts'

/** Where the parts of a dataset's page are; rows count from 0 here, and from 1 in addresses, as people see them. */
export function createLinks(path: string) {
  const to = (parts: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(parts)}`
  return {
    profile: to({ tab: 'profile' }),
    /** All that is known of one column. */
    column: (name: string): string => to({ tab: 'profile', column: name }),
    /** The cleaning step that would put something right, in one column or in whole rows. */
    clean: (step: CleaningStepId, column: string | null): string =>
      to({ tab: 'clean', step, ...(column === null ? {} : { column }) }),
    row: (row: number): string => to({ tab: 'rows', row: String(row + 1) }),
    rows: (filter: Filter): string => to({ tab: 'rows', filter: JSON.stringify(filter) }),
  }
}
export type Links = ReturnType<typeof createLinks>
