import { computed } from '@preact/signals'
import { nameTables, type NamedTable } from '#core/sql/gate/name-tables.ts'
import { onceFor } from '#core/once-for.ts'
import type { Workspace } from './workspace.ts'

export const readyDatasets = onceFor(({ datasets }: Workspace) =>
  computed(() => datasets.value?.filter(({ status }) => status === 'ready') ?? null),
)

/** SQL names of the datasets; null while loading. */
export const tableNames = onceFor((workspace: Workspace) =>
  computed((): readonly NamedTable[] | null => {
    const list = readyDatasets(workspace).value
    return list && nameTables(list.map(({ id, name, createdAt }) => ({ id, name, createdAt: new Date(createdAt) })))
  }),
)

/** The SQL name of a dataset. */
export const tableOf = (workspace: Workspace, dataset: string): string | null =>
  tableNames(workspace).value?.find(({ id }) => id === dataset)?.table ?? null
