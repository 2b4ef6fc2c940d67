import { useLocation } from 'preact-iso'
import type { Dataset } from '../api.ts'
import { UploadLine } from '../features/upload/upload-line.tsx'
import { localDataset } from '../local/local-datasets.ts'
import { retryProcessing } from './retry-processing.ts'
import { giveUp } from './give-up.ts'
import { useServices } from './services.ts'

/** Upload progress of a dataset; hidden when it is done. */
export function UploadOf({ dataset }: { readonly dataset: string }) {
  const services = useServices()
  const { uploads, workspace } = services
  const { route } = useLocation()
  const upload = uploads.of(dataset)
  if (!upload || localDataset(dataset)?.reading.value.step === 'refused') return null
  const openOther = (existing: Dataset): void => {
    giveUp(services, upload)
    route(`/data/${existing.id}`)
  }
  return (
    <UploadLine
      upload={upload}
      uploads={uploads}
      served={workspace.serverDatasets.value.get(dataset) ?? null}
      onOpenOther={openOther}
      onRetryServer={() => void retryProcessing(workspace, dataset)}
    />
  )
}
