import { CircleAlert, Copy, FileSpreadsheet, Pause, Play, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { bytes, count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { isOfTheFile, mayPass } from '../../transport.ts'
import type { Uploads } from './model.ts'
import type { Upload, UploadFile, UploadState } from './upload.ts'
import { paceWords } from './upload-words.ts'
import './upload.css'

type Props = {
  readonly uploads: Uploads
  readonly datasetOf: (id: string) => Dataset | null
  readonly onOpen: (dataset: string) => void
  /** The file already exists: opens that dataset and cancels this upload. */
  readonly onOpenOther: (upload: Upload, existing: Dataset) => void
  readonly onRetryProcessing: (dataset: string) => void
  /** Removes the entry, and cancels an incomplete upload. */
  readonly onDismiss: (upload: Upload) => void
  /** Entries to show; others are shown elsewhere. */
  readonly shown: readonly Upload[]
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

/** Progress of processing on the server. */
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

/** Actions while a file uploads. */
function Steer({ upload, uploads, datasetOf, onOpen }: RowProps) {
  const { step } = upload.state.value
  const { dataset } = upload.file
  return (
    <span class="row upload-steer">
      {step === 'sending' && (
        <Button size="small" icon={Pause} onClick={() => uploads.pause(upload)}>
          Pause
        </Button>
      )}
      {step === 'paused' && (
        <Button size="small" icon={Play} onClick={() => void uploads.resume(upload)}>
          Resume
        </Button>
      )}
      {datasetOf(dataset)?.status === 'ready' && (
        <Button size="small" kind="primary" onClick={() => onOpen(dataset)}>
          Open
        </Button>
      )}
    </span>
  )
}

const movingWords = {
  sending: (pace: string) => `Sending: ${pace}`,
  paused: (pace: string) => `Paused at ${pace}`,
  waiting: () => 'No connection. It goes on by itself when it is back.',
} as const

type Moving = Extract<UploadState, { readonly step: keyof typeof movingWords }>

function Moving({ state, ...props }: RowProps & { readonly state: Moving }) {
  const size = props.upload.file.bytes.size
  return (
    <>
      <Progress value={size === 0 ? 0 : state.sent.bytes / size / 2} label="Sending the file" />
      <div class="row upload-moving">
        <p class="small muted numeric grow">{movingWords[state.step](paceWords(state.sent, size))}</p>
        <Steer {...props} />
      </div>
    </>
  )
}

function Duplicate({ existing, upload, uploads, onOpenOther }: RowProps & { readonly existing: Dataset }) {
  const open = (): void => onOpenOther(upload, existing)
  return (
    <>
      <p class="small muted">You have this very file already, as “{existing.name}”.</p>
      <div class="row upload-actions">
        <Button size="small" kind="primary" onClick={open}>
          Open that one
        </Button>
        <Button size="small" onClick={() => void uploads.keepDuplicate(upload)}>
          Keep both
        </Button>
      </div>
    </>
  )
}

function Body(props: RowProps) {
  const { upload, uploads, datasetOf, onOpen, onRetryProcessing, onDismiss } = props
  const state = upload.state.value
  switch (state.step) {
    case 'checking':
      return (
        <>
          <Progress value={0.02} label="Checking the file" />
          <div class="row upload-moving">
            <p class="small muted grow">Checking the file …</p>
            <Steer {...props} />
          </div>
        </>
      )
    case 'sending':
    case 'paused':
    case 'waiting':
      return <Moving {...props} state={state} />
    case 'duplicate':
      return <Duplicate {...props} existing={state.existing} />
    case 'sent': {
      const { dataset } = state
      return (
        <Processing
          dataset={datasetOf(dataset)}
          onOpen={() => onOpen(dataset)}
          onRetry={() => onRetryProcessing(dataset)}
          onDismiss={() => onDismiss(upload)}
        />
      )
    }
    case 'failed':
      return (
        <Failed words={state.problem}>
          {mayPass(state.problem) ? (
            <Button size="small" onClick={() => void uploads.resume(upload)}>
              Try again
            </Button>
          ) : (
            <Button size="small" onClick={() => onDismiss(upload)}>
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

/** The file, and the one sheet of it that is meant. */
const nameOf = ({ name, choices }: UploadFile): string =>
  choices?.sheet === undefined ? name : `${name}: ${choices.sheet}`

function UploadRow(props: RowProps) {
  const { upload, onDismiss } = props
  const { file } = upload
  const { step } = upload.state.value
  const { icon, failed } = iconOf(props)
  const verb = step === 'sent' || step === 'failed' ? 'Dismiss' : 'Cancel'
  return (
    <li class="upload">
      <div class="row">
        <span class="upload-icon" data-failed={failed ? '' : undefined}>
          <Icon icon={icon} size={18} />
        </span>
        <span class="clip grow upload-name">{nameOf(file)}</span>
        <span class="small faint numeric">{bytes(file.bytes.size)}</span>
        <Button kind="quiet" size="small" icon={X} label={`${verb} ${file.name}`} onClick={() => onDismiss(upload)} />
      </div>
      <div class="upload-body" aria-live="polite">
        <Body {...props} />
      </div>
    </li>
  )
}

/** This visit's uploads with state and actions. */
export function UploadList(props: Props) {
  return (
    <ul class="uploads card">
      {props.shown.map((upload) => (
        <UploadRow key={upload.id} upload={upload} {...props} />
      ))}
    </ul>
  )
}
