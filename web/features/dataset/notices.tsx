import { History, Hourglass, TriangleAlert } from 'lucide'
import type { Dataset } from '../../api.ts'
import { isOfTheFile } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { DriftList, driftInWords } from './drift-list.tsx'
import type { Life } from './life.ts'

type Props = { readonly dataset: Dataset; readonly life: Life }

function NextFailed({ dataset, life }: Props) {
  const { next } = dataset
  if (!next) return null
  const { message, hint } = next.failure ?? { message: 'The new version could not be read.', hint: 'Try again.' }
  return (
    <div class="notice" data-tone="bad" role="alert">
      <Icon icon={TriangleAlert} />
      <div class="grow">
        <strong>Version {next.number} was not taken.</strong> {message} {hint} You still see version{' '}
        {dataset.version.number}.
      </div>
      {!(next.failure && isOfTheFile(next.failure)) && (
        <Button size="small" onClick={() => void life.retry()}>
          Try again
        </Button>
      )}
      <Button size="small" onClick={() => void life.remove(next.id)}>
        Forget it
      </Button>
    </div>
  )
}

function NextComing({ dataset }: { readonly dataset: Dataset }) {
  const { next, version } = dataset
  if (!next) return null
  return (
    <div class="notice" role="status">
      <Icon icon={Hourglass} />
      <div class="grow">
        <strong>Version {next.number} is being read.</strong> Until it is ready, version {version.number} answers.
        <Progress value={next.progress} label={`Reading version ${next.number}`} />
      </div>
    </div>
  )
}

/** What came with the version that is current now: only what stops questions or wants a look is said unasked. */
function Drifted({ dataset, onCompare }: { readonly dataset: Dataset; readonly onCompare: () => void }) {
  const told = (dataset.drift ?? []).filter(({ severity }) => severity !== 'note')
  if (told.length === 0) return null
  return (
    <details class="notice drift-notice" data-tone="warn">
      <summary>
        <Icon icon={History} />
        <span class="grow">
          <strong>Version {dataset.version.number} is different from the one before:</strong> {driftInWords(told)}.
        </span>
      </summary>
      <DriftList drift={told} />
      <Button size="small" onClick={onCompare}>
        Compare the versions
      </Button>
    </details>
  )
}

/** What a person should know of the versions of a dataset before trusting it. */
export function VersionNotices({ dataset, life, onCompare }: Props & { readonly onCompare: () => void }) {
  return (
    <>
      {dataset.next?.status === 'failed' && <NextFailed dataset={dataset} life={life} />}
      {dataset.next && dataset.next.status !== 'failed' && <NextComing dataset={dataset} />}
      <Drifted dataset={dataset} onCompare={onCompare} />
    </>
  )
}
