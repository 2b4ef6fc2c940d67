import { expectPlots } from '../scenes/load-plot.ts'
import { newId } from './new-id.ts'
import { uploads } from './uploads.ts'

const loadLocal = () => import('./local.ts')

/** Fetches the way that files take from here, but nothing that reads them. */
export const fetchTaking = (): Promise<unknown> => loadLocal()

/** A drag hovers, or the picker is open: what reads a file here is started. */
export const expectFiles = (): void =>
  void loadLocal()
    .then((local) => local.expectFiles())
    .catch(() => null)

/**
 * Takes files that were dropped, chosen or pasted: each is read in this browser and sent to the server at once.
 * A single one is opened; several show themselves in a list.
 */
export async function takeFiles(files: readonly File[], open: (address: string) => void): Promise<void> {
  if (files.length === 0) return
  expectPlots()
  const local = await loadLocal().catch(() => null)
  // Without the code that reads here, the server does it.
  if (!local) return files.forEach((file) => void uploads.add({ name: file.name, bytes: file, dataset: newId() }))
  const [first, ...more] = files.map(local.takeFile)
  if (first !== undefined && more.length === 0) open(`/data/${first}`)
}

/** Takes a file as the next version of a dataset that the server has. */
export const takeVersion = (file: File, dataset: string): void =>
  void uploads.add({ name: file.name, bytes: file, dataset, isVersion: true })
