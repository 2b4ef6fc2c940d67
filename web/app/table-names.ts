import { computed } from '@preact/signals'
import { nameTables, type NamedTable } from '#core/sql/gate/name-tables.ts'
import { datasets } from './workspace.ts'

export const readyDatasets = computed(() => datasets.value?.filter(({ status }) => status === 'ready') ?? null)

/** The names that SQL has for the datasets; null while these are not known. */
export const tableNames = computed((): readonly NamedTable[] | null => {
  const list = readyDatasets.value
  return list && nameTables(list.map(({ id, name, createdAt }) => ({ id, name, createdAt: new Date(createdAt) })))
})

/** By which name SQL knows a dataset. */
export const tableOf = (dataset: string): string | null =>
  tableNames.value?.find(({ id }) => id === dataset)?.table ?? null
