import { datasets as datasetCalls } from '../api.ts'
import type { ReadingPorts } from '../features/dataset/reading/model.ts'
import { takeDataset } from './workspace.ts'

/** The file a dataset was read from, its preview worked out here, and reading it again done by the server. */
export const readingOf = (id: string): ReadingPorts => ({
  head: () => datasetCalls.original(id),
  preview: async ({ bytes, size }, choices) => {
    const { previewText } = await import('#core/ingest/csv/preview-text.ts')
    return previewText(bytes, bytes.length === size, { choices, atMost: 60 })
  },
  readAgain: (choices) => datasetCalls.readAgain(id, choices),
  onDataset: takeDataset,
})
