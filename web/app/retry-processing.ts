import { datasets as datasetCalls } from '../api.ts'
import type { Workspace } from './workspace.ts'

/** Lets the server retry reading a file. */
export async function retryProcessing({ takeDataset }: Workspace, id: string): Promise<void> {
  const retried = await datasetCalls.retry(id)
  if (retried.ok) takeDataset(retried.value)
}
