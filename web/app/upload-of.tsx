import { useLocation } from 'preact-iso'
import type { Dataset } from '../api.ts'
import { UploadLine } from '../features/upload/upload-line.tsx'
import { heldDataset } from '../local/held.ts'
import { retryProcessing } from './retry-processing.ts'
import { giveUp } from './give-up.ts'
import { uploads } from './uploads.ts'
import { heard } from './workspace.ts'

/** Upload progress of a dataset; hidden when it is done. */
export function UploadOf({ dataset }: { readonly dataset: string }) {
  const { route } = useLocation()
  const upload = uploads.of(dataset)
  if (!upload || heldDataset(dataset)?.reading.value.step === 'refused') return null
  const openOther = (existing: Dataset): void => {
    giveUp(upload)
    route(`/data/${existing.id}`)
  }
  return (
    <UploadLine
      upload={upload}
      uploads={uploads}
      served={heard.value.get(dataset) ?? null}
      onOpenOther={openOther}
      onRetryServer={() => void retryProcessing(dataset)}
    />
  )
}
