import { computed } from '@preact/signals'
import { nameTables, type NamedTable } from '#core/sql/gate/name-tables.ts'
import { datasets } from './workspace.ts'

export const readyDatasets = computed(() => datasets.value?.filter(({ status }) => status === 'ready') ?? null)

/** SQL names of the datasets; null while loading. */
export const tableNames = computed((): readonly NamedTable[] | null => {
  const list = readyDatasets.value
  return list && nameTables(list.map(({ id, name, createdAt }) => ({ id, name, createdAt: new Date(createdAt) })))
})

/** The SQL name of a dataset. */
export const tableOf = (dataset: string): string | null =>
  tableNames.value?.find(({ id }) => id === dataset)?.table ?? null
