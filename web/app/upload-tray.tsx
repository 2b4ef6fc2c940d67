import { effect } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { datasets as datasetCalls } from '../api.ts'
import { UploadList } from '../features/upload/view.tsx'
import { showToast } from '../ui/toast-model.ts'
import { account } from './session.ts'
import { uploads } from './uploads.ts'
import { datasetOf, takeDataset } from './workspace.ts'

async function retryProcessing(id: string): Promise<void> {
  const retried = await datasetCalls.retry(id)
  if (retried.ok) takeDataset(retried.value)
}

/** The uploads of this visit as a list that acts: cancel, retry, open. */
export function Uploading() {
  const { route } = useLocation()
  return (
    <UploadList
      uploads={uploads}
      datasetOf={datasetOf}
      onOpen={(dataset) => route(`/data/${dataset}`)}
      onRetryProcessing={(id) => void retryProcessing(id)}
    />
  )
}

/** Opens a dataset as soon as it is ready, where the person waits for it on the first page; elsewhere, says so. */
function useOpenWhenReady(path: string, route: (url: string) => void): void {
  useEffect(
    () =>
      effect(() => {
        const ready = uploads.uploads.value.find(
          ({ state }) => state.value.step === 'sent' && datasetOf(state.value.dataset)?.status === 'ready',
        )
        if (!ready || ready.state.value.step !== 'sent') return
        const { dataset } = ready.state.value
        queueMicrotask(() => {
          uploads.dismiss(ready)
          const open = (): void => route(`/data/${dataset}`)
          if (path === '/') open()
          else if (account.value?.preferences.notifications !== false)
            showToast(`“${datasetOf(dataset)?.name ?? ready.file.name}” is ready.`, { text: 'Open', run: open })
        })
      }),
    [path, route],
  )
}

/** Uploads that go on while the person is elsewhere; the first page shows them in its own place. */
export function UploadTray() {
  const { path, route } = useLocation()
  useOpenWhenReady(path, route)
  if (path === '/' || uploads.uploads.value.length === 0) return null
  return (
    <aside class="upload-tray" aria-label="Uploads">
      <Uploading />
    </aside>
  )
}
