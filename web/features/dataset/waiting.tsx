import { CircleAlert, Hourglass } from 'lucide'
import type { Dataset } from '../../api.ts'
import { isOfTheFile } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Progress } from '../../ui/progress.tsx'
import type { DatasetScreen } from './model.ts'

/** A dataset that is not ready: how far it is, or why it failed and what to do. */
export function DatasetWaiting({ dataset, screen }: { readonly dataset: Dataset; readonly screen: DatasetScreen }) {
  if (dataset.status === 'failed') {
    const words = dataset.failure ?? {
      message: 'The file could not be read.',
      hint: 'Try again, or load another file.',
    }
    const isTheFiles = dataset.failure !== null && isOfTheFile(dataset.failure)
    return (
      <div class="card" role="alert">
        <EmptyState icon={CircleAlert} title={words.message} text={words.hint}>
          {!isTheFiles && (
            <Button kind="primary" onClick={() => void screen.retry()}>
              Try again
            </Button>
          )}
          <a class="button" data-kind={isTheFiles ? 'primary' : undefined} href="/">
            Load another file
          </a>
        </EmptyState>
      </div>
    )
  }
  const share = Math.round(dataset.progress * 100)
  const text =
    dataset.status === 'pending'
      ? 'It is next in the queue.'
      : `Reading rows and measuring every column: ${share} % done.`
  return (
    <div class="card">
      <EmptyState
        icon={Hourglass}
        title="This file is being read"
        text={`${text} The page opens by itself when it is ready.`}
      />
      <div class="dataset-progress">
        <Progress value={dataset.progress} label="Reading the file" />
      </div>
    </div>
  )
}
