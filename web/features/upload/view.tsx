import { CircleAlert, Copy, FileSpreadsheet, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { bytes, count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { isOfTheFile, mayPass } from '../../transport.ts'
import type { Upload, Uploads } from './model.ts'
import './upload.css'

type Props = {
  readonly uploads: Uploads
  readonly datasetOf: (id: string) => Dataset | null
  readonly onOpen: (dataset: string) => void
  readonly onRetryProcessing: (dataset: string) => void
}

type Words = { readonly message: string; readonly hint: string }

function Failed({ words, children }: { readonly words: Words; readonly children: ComponentChildren }) {
  return (
    <div role="alert">
      <p class="upload-failure">
        <strong>{words.message}</strong> {words.hint}
      </p>
      <div class="row upload-actions">{children}</div>
    </div>
  )
}

/** What the Worker is doing with the bytes it has. */
function Processing({
  dataset,
  onOpen,
  onRetry,
  onDismiss,
}: {
  readonly dataset: Dataset | null
  readonly onOpen: () => void
  readonly onRetry: () => void
  readonly onDismiss: () => void
}) {
  if (dataset?.status === 'failed')
    return (
      <Failed
        words={dataset.failure ?? { message: 'The file could not be read.', hint: 'Try again, or load another file.' }}
      >
        {dataset.failure && isOfTheFile(dataset.failure) ? (
          <Button size="small" onClick={onDismiss}>
            Choose another file
          </Button>
        ) : (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Failed>
    )
  if (dataset?.status === 'ready')
    return (
      <div class="row upload-actions">
        <span class="small muted grow">{count(dataset.rows ?? 0)} rows are ready.</span>
        <Button size="small" kind="primary" onClick={onOpen}>
          Open
        </Button>
      </div>
    )
  const share = dataset?.status === 'processing' ? dataset.progress : 0
  return (
    <>
      <Progress value={0.5 + share / 2} label="Reading the file" />
      <p class="small muted">
        {share > 0
          ? `Reading rows and measuring columns … ${Math.round(share * 100)} %`
          : 'All sent. Waiting for its turn …'}
      </p>
    </>
  )
}

type RowProps = Props & { readonly upload: Upload }

function Sending({ share, size }: { readonly share: number; readonly size: number }) {
  return (
    <>
      <Progress value={share / 2} label="Sending the file" />
      <p class="small muted numeric">
        Sending … {Math.round(share * 100)} % of {bytes(size)}
      </p>
    </>
  )
}

function Duplicate({ existing, upload, uploads, onOpen }: RowProps & { readonly existing: Dataset }) {
  const open = (): void => {
    uploads.dismiss(upload)
    onOpen(existing.id)
  }
  return (
    <>
      <p class="small muted">You have this very file already, as “{existing.name}”.</p>
      <div class="row upload-actions">
        <Button size="small" kind="primary" onClick={open}>
          Open that one
        </Button>
        <Button size="small" onClick={() => void uploads.keepDuplicate(upload)}>
          Load it again
        </Button>
      </div>
    </>
  )
}

function Body(props: RowProps) {
  const { upload, uploads, datasetOf, onOpen, onRetryProcessing } = props
  const state = upload.state.value
  switch (state.step) {
    case 'checking':
      return (
        <>
          <Progress value={0.02} label="Checking the file" />
          <p class="small muted">Checking the file …</p>
        </>
      )
    case 'sending':
      return <Sending share={state.share} size={upload.file.size} />
    case 'duplicate':
      return <Duplicate {...props} existing={state.existing} />
    case 'sent': {
      const { dataset } = state
      return (
        <Processing
          dataset={datasetOf(dataset)}
          onOpen={() => onOpen(dataset)}
          onRetry={() => onRetryProcessing(dataset)}
          onDismiss={() => uploads.dismiss(upload)}
        />
      )
    }
    case 'failed':
      return (
        <Failed words={state.problem}>
          {mayPass(state.problem) ? (
            <Button size="small" onClick={() => void uploads.retry(upload)}>
              Try again
            </Button>
          ) : (
            <Button size="small" onClick={() => uploads.dismiss(upload)}>
              Choose another file
            </Button>
          )}
        </Failed>
      )
  }
}

function iconOf({ upload, datasetOf }: RowProps): { readonly icon: typeof Copy; readonly failed: boolean } {
  const state = upload.state.value
  const failed = state.step === 'failed' || (state.step === 'sent' && datasetOf(state.dataset)?.status === 'failed')
  if (failed) return { icon: CircleAlert, failed }
  return { icon: state.step === 'duplicate' ? Copy : FileSpreadsheet, failed }
}

function UploadRow(props: RowProps) {
  const { upload, uploads } = props
  const { file } = upload
  const { step } = upload.state.value
  const { icon, failed } = iconOf(props)
  const verb = step === 'checking' || step === 'sending' ? 'Cancel' : 'Dismiss'
  return (
    <li class="upload">
      <div class="row">
        <span class="upload-icon" data-failed={failed ? '' : undefined}>
          <Icon icon={icon} size={18} />
        </span>
        <span class="clip grow upload-name">{file.name}</span>
        <span class="small faint numeric">{bytes(file.size)}</span>
        <Button
          kind="quiet"
          size="small"
          icon={X}
          label={`${verb} ${file.name}`}
          onClick={() => uploads.dismiss(upload)}
        />
      </div>
      <div class="upload-body" aria-live="polite">
        <Body {...props} />
      </div>
    </li>
  )
}

/** Every upload of this visit, each with what it is doing and what can be done about it. */
export function UploadList(props: Props) {
  return (
    <ul class="uploads card">
      {props.uploads.uploads.value.map((upload) => (
        <UploadRow key={upload.id} upload={upload} {...props} />
      ))}
    </ul>
  )
}
