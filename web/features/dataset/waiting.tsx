import { CircleAlert, Hourglass } from 'lucide'
import type { Dataset } from '../../api.ts'
import { isOfTheFile } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Progress } from '../../ui/progress.tsx'
import type { DatasetScreen } from './model.ts'

type Props = {
  readonly dataset: Dataset
  readonly screen: DatasetScreen
  /** May one read it again, or load another? */
  readonly canEdit: boolean
  /** True while the server lacks the file. */
  readonly isSending: boolean
  /** Cancels the file; null if that is offered elsewhere. */
  readonly onCancel: (() => void) | null
}

/** Progress in words; a file too large to read locally is read after its upload. */
function wordsFor({ dataset: { status, progress }, isSending }: Pick<Props, 'dataset' | 'isSending'>): string {
  if (status === 'processing') return `Reading rows and measuring every column: ${Math.round(progress * 100)} % done.`
  return isSending
    ? 'It is large, so it is sent first and read on the server; the line above tells how far that is.'
    : 'It is next in the queue.'
}

/** A dataset that is not ready: its progress, or why it failed and what to do. */
export function DatasetWaiting({ dataset, screen, canEdit, isSending, onCancel }: Props) {
  if (dataset.status === 'failed') {
    const words = dataset.failure ?? {
      message: 'The file could not be read.',
      hint: 'Try again, or load another file.',
    }
    const isTheFiles = dataset.failure !== null && isOfTheFile(dataset.failure)
    return (
      <div class="card" role="alert">
        <EmptyState icon={CircleAlert} title={words.message} text={words.hint}>
          {canEdit && !isTheFiles && (
            <Button kind="primary" onClick={() => void screen.retry()}>
              Try again
            </Button>
          )}
          {canEdit && (
            <a class="button" data-kind={isTheFiles ? 'primary' : undefined} href="/">
              Load another file
            </a>
          )}
        </EmptyState>
      </div>
    )
  }
  return (
    <div class="card">
      <EmptyState
        icon={Hourglass}
        title="This file is being read"
        text={`${wordsFor({ dataset, isSending })} The page opens by itself when it is ready.`}
      >
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </EmptyState>
      <div class="dataset-progress">
        <Progress value={dataset.progress} label="Reading the file" />
      </div>
    </div>
  )
}
