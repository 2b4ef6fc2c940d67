import { History, Hourglass, TriangleAlert } from 'lucide'
import type { Dataset } from '../../api.ts'
import { isOfTheFile } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { DriftList, driftInWords } from './drift-list.tsx'
import type { Life } from './life.ts'
import { isMoving } from './moving.ts'

type Props = { readonly dataset: Dataset; readonly life: Life; readonly canEdit: boolean }
type Noticing = Props & { readonly onCompare: () => void }

function NextFailed({ dataset, life }: Omit<Props, 'canEdit'>) {
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

/** Lists names of tiles or columns in a sentence. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}

function NextHeld({ dataset, life, onCompare }: Omit<Noticing, 'canEdit'>) {
  const { next, version } = dataset
  if (!next?.held) return null
  const { isUnrelated, columns, tiles } = next.held
  return (
    <div class="notice" data-tone="warn" role="alert">
      <Icon icon={TriangleAlert} />
      <div class="grow">
        <strong>
          {isUnrelated
            ? `Version ${next.number} looks like another table.`
            : `Version ${next.number} would break tiles.`}
        </strong>{' '}
        {columns.length > 0 && `It has no ${listed(columns)}. `}
        {tiles.length > 0 && `These tiles could not be answered: ${listed(tiles)}. `}
        Version {version.number} goes on answering until you decide.
      </div>
      <Button
        size="small"
        onClick={() => {
          onCompare()
          void life.compare(version.id, next.id)
        }}
      >
        Compare
      </Button>
      <Button size="small" onClick={() => void life.restore(next.id)}>
        Use it anyway
      </Button>
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

/** Changes of the current version; shows only breaks and warnings. */
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

/** Notices about a dataset's versions. */
export function VersionNotices({ dataset, life, canEdit, onCompare }: Noticing) {
  return (
    <>
      {canEdit && dataset.next?.status === 'failed' && <NextFailed dataset={dataset} life={life} />}
      {canEdit && dataset.next?.status === 'ready' && <NextHeld dataset={dataset} life={life} onCompare={onCompare} />}
      {dataset.next && isMoving(dataset.next) && <NextComing dataset={dataset} />}
      <Drifted dataset={dataset} onCompare={onCompare} />
    </>
  )
}
