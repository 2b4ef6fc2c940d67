import type { Upload } from '../features/upload/upload.ts'
import { localDataset } from '../local/local-datasets.ts'
import { uploads } from './uploads.ts'
import { datasets } from './workspace.ts'

/** Cancels an upload; deletes the local file unless the server has it. */
export function giveUp(upload: Upload): void {
  const { dataset } = upload.file
  const isThere = upload.state.value.step === 'sent'
  uploads.dismiss(upload)
  const local = isThere ? null : localDataset(dataset)
  if (!local) return
  datasets.value = (datasets.value ?? []).filter(({ id }) => id !== dataset)
  void import('./local.ts').then(({ discard }) => discard(local)).catch(() => null)
}
