import { CloudOff, CloudUpload, Copy, Pause, Play, RotateCw, TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { isOfTheFile, mayPass } from '../../transport.ts'
import type { Uploads } from './model.ts'
import type { Upload, UploadState } from './upload.ts'
import { paceWords } from './upload-words.ts'
import './upload.css'

type Props = {
  readonly upload: Upload
  readonly uploads: Uploads
  /** The dataset as the server last reported it; null before it has the file. */
  readonly served: Dataset | null
  readonly onOpenOther: (existing: Dataset) => void
  readonly onRetryServer: () => void
}

type LineProps = { readonly icon: typeof Copy; readonly kind?: 'bad'; readonly children: ComponentChildren }

function Line({ icon, kind, children }: LineProps) {
  return (
    <span class="upload-line" data-kind={kind}>
      <Icon icon={icon} size={15} />
      {children}
    </span>
  )
}

function AtServer({ served, onRetryServer }: Pick<Props, 'served' | 'onRetryServer'>) {
  if (served?.status === 'failed' && served.failure)
    return (
      <Line icon={TriangleAlert} kind="bad">
        <span>
          Sent, but not yet kept: {served.failure.message} {served.failure.hint}
        </span>
        {!isOfTheFile(served.failure) && (
          <Button size="small" kind="quiet" icon={RotateCw} onClick={onRetryServer}>
            Try again
          </Button>
        )}
      </Line>
    )
  const share = served?.status === 'processing' ? `, ${Math.round(served.progress * 100)} %` : ''
  return (
    <Line icon={CloudUpload}>
      <span class="numeric">Uploaded, being stored{share} …</span>
    </Line>
  )
}

type Moving = Extract<UploadState, { readonly step: 'checking' | 'sending' | 'paused' | 'waiting' }>

function OnItsWay({ upload, uploads, state }: Props & { readonly state: Moving }) {
  const size = upload.file.bytes.size
  switch (state.step) {
    case 'checking':
      return (
        <Line icon={CloudUpload}>
          <span>Starting the upload …</span>
        </Line>
      )
    case 'sending':
      return (
        <Line icon={CloudUpload}>
          <span>Uploading: {paceWords(state.sent, size)}</span>
          <Button
            size="small"
            kind="quiet"
            icon={Pause}
            label="Pause the upload"
            onClick={() => uploads.pause(upload)}
          />
        </Line>
      )
    case 'paused':
      return (
        <Line icon={Pause}>
          <span>Upload paused at {paceWords({ ...state.sent, speed: null }, size)}</span>
          <Button size="small" kind="quiet" icon={Play} onClick={() => void uploads.resume(upload)}>
            Resume
          </Button>
        </Line>
      )
    case 'waiting':
      return (
        <Line icon={CloudOff}>
          <span>No connection. You can go on working here; the upload goes on by itself when it is back.</span>
        </Line>
      )
  }
}

/** Upload progress of a dataset that is already usable, in one line. */
export function UploadLine(props: Props) {
  const { upload, uploads, onOpenOther } = props
  const state = upload.state.value
  switch (state.step) {
    case 'checking':
    case 'sending':
    case 'paused':
    case 'waiting':
      return <OnItsWay {...props} state={state} />
    case 'duplicate':
      return (
        <Line icon={Copy}>
          <span>You have this very file already, as “{state.existing.name}”.</span>
          <Button size="small" kind="quiet" onClick={() => onOpenOther(state.existing)}>
            Open that one
          </Button>
          <Button size="small" kind="quiet" onClick={() => void uploads.keepDuplicate(upload)}>
            Keep both
          </Button>
        </Line>
      )
    case 'sent':
      return <AtServer {...props} />
    case 'failed':
      return (
        <Line icon={TriangleAlert} kind="bad">
          <span>
            Only in this browser so far. {state.problem.message} {state.problem.hint}
          </span>
          {mayPass(state.problem) && (
            <Button size="small" kind="quiet" icon={RotateCw} onClick={() => void uploads.resume(upload)}>
              Try again
            </Button>
          )}
        </Line>
      )
  }
}
