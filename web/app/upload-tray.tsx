import { effect } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { Dataset } from '../api.ts'
import { isMoving } from '../features/dataset/moving.ts'
import type { Upload } from '../features/upload/upload.ts'
import { UploadList } from '../features/upload/view.tsx'
import { localDataset } from '../local/local-datasets.ts'
import { showToast } from '../ui/toast-model.ts'
import { giveUp } from './give-up.ts'
import { retryProcessing } from './retry-processing.ts'
import { type Services, useServices } from './services.ts'
import type { Workspace } from './workspace.ts'

/** The dataset of an upload, with its new version if the current one stays in use. */
function uploadedOf({ datasetOf }: Workspace, id: string): Dataset | null {
  const dataset = datasetOf(id)
  if (!dataset?.next) return dataset
  const { status, progress, failure, rows } = dataset.next
  return { ...dataset, status, progress, failure, rows }
}

/** Uploads with actions: pause, cancel, retry, open. */
export function Uploading({ shown }: { readonly shown: readonly Upload[] }) {
  const services = useServices()
  const { uploads, workspace } = services
  const { route } = useLocation()
  return (
    <UploadList
      shown={shown}
      uploads={uploads}
      datasetOf={(id) => uploadedOf(workspace, id)}
      onOpen={(dataset) => route(`/data/${dataset}`)}
      onOpenOther={(upload, existing) => {
        giveUp(services, upload)
        route(`/data/${existing.id}`)
      }}
      onRetryProcessing={(id) => void retryProcessing(workspace, id)}
      onDismiss={(upload) => giveUp(services, upload)}
    />
  )
}

/** True if the server has read the file and has the local changes. */
function isDone({ serverDatasets }: Workspace, { file, state }: Upload): boolean {
  const isServed = localDataset(file.dataset)?.isServed.value ?? true
  const known = serverDatasets.value.get(file.dataset)
  return (
    state.value.step === 'sent' &&
    isServed &&
    known?.status === 'ready' &&
    !(file.isVersion && known.next && isMoving(known.next))
  )
}

/** Removes finished uploads, with a message if the user is elsewhere. The first page keeps them to be opened. */
function useTidying({ session, uploads, workspace }: Services, path: string, route: (url: string) => void): void {
  useEffect(
    () =>
      effect(() => {
        const done = uploads.uploads.value.find((upload) => isDone(workspace, upload))
        if (!done || path === '/') return
        const { dataset, name } = done.file
        queueMicrotask(() => {
          uploads.dismiss(done)
          if (path === `/data/${dataset}` || session.account.value?.preferences.notifications === false) return
          const open = (): void => route(`/data/${dataset}`)
          showToast(`“${workspace.datasetOf(dataset)?.name ?? name}” is ready.`, { text: 'Open', run: open })
        })
      }),
    [path, route],
  )
}

/** Uploads in the background; the first page and the dataset's page show their own. */
export function UploadTray() {
  const services = useServices()
  const { uploads } = services
  const { path, route } = useLocation()
  useTidying(services, path, route)
  const shown = uploads.uploads.value.filter(({ file }) => file.isVersion || path !== `/data/${file.dataset}`)
  if (path === '/' || shown.length === 0) return null
  return (
    <aside class="upload-tray" aria-label="Uploads">
      <Uploading shown={shown} />
    </aside>
  )
}
