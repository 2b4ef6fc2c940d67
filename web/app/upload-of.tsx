import { useLocation } from 'preact-iso'
import type { Dataset } from '../api.ts'
import { UploadLine } from '../features/upload/upload-line.tsx'
import { localDataset } from '../local/local-datasets.ts'
import { retryProcessing } from './retry-processing.ts'
import { giveUp } from './give-up.ts'
import { uploads } from './uploads.ts'
import { serverDatasets } from './workspace.ts'

/** Upload progress of a dataset; hidden when it is done. */
export function UploadOf({ dataset }: { readonly dataset: string }) {
  const { route } = useLocation()
  const upload = uploads.of(dataset)
  if (!upload || localDataset(dataset)?.reading.value.step === 'refused') return null
  const openOther = (existing: Dataset): void => {
    giveUp(upload)
    route(`/data/${existing.id}`)
  }
  return (
    <UploadLine
      upload={upload}
      uploads={uploads}
      served={serverDatasets.value.get(dataset) ?? null}
      onOpenOther={openOther}
      onRetryServer={() => void retryProcessing(dataset)}
    />
  )
}
