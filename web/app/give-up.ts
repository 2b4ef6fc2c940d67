import type { Upload } from '../features/upload/upload.ts'
import { localDataset } from '../local/local-datasets.ts'
import type { Services } from './services.ts'

/** Cancels an upload; deletes the local file unless the server has it. */
export function giveUp(services: Services, upload: Upload): void {
  const { uploads, workspace } = services
  const { datasets } = workspace
  const { dataset } = upload.file
  const isThere = upload.state.value.step === 'sent'
  uploads.dismiss(upload)
  const local = isThere ? null : localDataset(dataset)
  if (!local) return
  datasets.value = (datasets.value ?? []).filter(({ id }) => id !== dataset)
  void import('./local.ts').then(({ discard }) => discard(services, local)).catch(() => null)
}
