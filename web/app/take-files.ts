import { datasets as datasetCalls } from '../api.ts'
import { expectPlots } from '../scenes/expect-plots.ts'
import type { Outcome, Problem } from '../transport.ts'
import { newId } from './new-id.ts'
import type { Services } from './services.ts'

const loadLocal = () => import('./local.ts')

/** Loads the code that accepts files, without the readers. */
export const fetchTaking = (): Promise<unknown> => loadLocal()

/** Starts the readers while a file is dragged or the picker is open. */
export const expectFiles = (services: Services): void =>
  void loadLocal()
    .then((local) => local.expectFiles(services))
    .catch(() => null)

/**
 * Accepts dropped, chosen or pasted files: reads each locally while uploading it. Opens a single file; lists several.
 */
export async function takeFiles(
  services: Services,
  files: readonly File[],
  open: (address: string) => void,
): Promise<void> {
  if (files.length === 0) return
  expectPlots()
  const local = await loadLocal().catch(() => null)
  // Without the local reader, the server reads the file.
  if (!local)
    return files.forEach((file) => void services.uploads.add({ name: file.name, bytes: file, dataset: newId() }))
  const [first, ...more] = files.map((file) => local.takeFile(services, file))
  if (first !== undefined && more.length === 0) open(`/data/${first}`)
}

const unreachable: Problem = {
  code: 'network/unreachable',
  status: 0,
  message: 'The file of this dataset is with the server, which cannot be reached.',
  hint: 'Try again when there is a connection.',
}

/** Makes a dataset of another part of a file: here where this browser has the file, else on the server. Its id. */
export async function takePart(services: Services, dataset: string, part: string): Promise<Outcome<string>> {
  const local = await loadLocal().catch(() => null)
  const id = local?.takePart(services, dataset, part) ?? null
  if (id !== null) return { ok: true, value: id }
  const added = await datasetCalls.addPart(dataset, part)
  if (!added.ok) return { ok: false, error: added.error.status === 0 ? unreachable : added.error }
  services.workspace.takeDataset(added.value)
  return { ok: true, value: added.value.id }
}

/** Uploads a file as the next version of a dataset. */
export const takeVersion = ({ uploads }: Services, file: File, dataset: string): void =>
  void uploads.add({ name: file.name, bytes: file, dataset, isVersion: true })
