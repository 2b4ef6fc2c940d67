import { datasets as datasetCalls } from '../api.ts'
import type { ImportPorts } from '../features/dataset/import/model.ts'
import type { Workspace } from './workspace.ts'

/** Ports of the reading panel: the original file, a local preview, and reading again on the server. */
export const importPorts = ({ takeDataset }: Workspace, id: string): ImportPorts => ({
  head: () => datasetCalls.original(id),
  preview: async ({ bytes, size }, choices) => {
    const { previewText } = await import('#core/ingest/csv/preview-text.ts')
    return previewText(bytes, bytes.length === size, { choices, atMost: 60 })
  },
  readAgain: (choices) => datasetCalls.readAgain(id, choices),
  onDataset: takeDataset,
})
