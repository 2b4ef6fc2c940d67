import { catalog, datasets as datasetCalls, versions } from '../api.ts'
import { createLife, type Life } from '../features/dataset/life.ts'
import type { Workspace } from './workspace.ts'

/** API calls for the life cycle of one dataset. */
export const lifeOf = ({ takeDataset }: Workspace, id: string): Life =>
  createLife({
    versions: () => versions.list(id),
    restore: versions.restore,
    remove: versions.remove,
    compare: versions.compare,
    similar: () => catalog.similar(id),
    change: (change) => datasetCalls.change(id, change),
    retry: () => datasetCalls.retry(id),
    onDataset: takeDataset,
    refresh: async () => {
      const dataset = await datasetCalls.get(id)
      if (dataset.ok) takeDataset(dataset.value)
    },
  })
