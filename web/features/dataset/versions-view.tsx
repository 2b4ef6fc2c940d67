import { GitCompare, RotateCcw, Trash2 } from 'lucide'
import type { Dataset, Version } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ago, bytes, count } from '../../ui/figures.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ComparisonDialog } from './comparison-view.tsx'
import { DriftList, driftInWords } from './drift-list.tsx'
import type { Life } from './life.ts'

const origins = { upload: 'uploaded', recipe: 'made by a recipe' } as const

function factsOf({ rows, columns, size, origin, createdAt }: Version): string {
  const facts = [
    rows === null ? null : `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    columns === null ? null : `${count(columns)} ${columns === 1 ? 'column' : 'columns'}`,
    bytes(size),
    `${origins[origin]} ${ago(createdAt, Date.now())}`,
  ]
  return facts.filter((fact) => fact !== null).join(' · ')
}

function Changes({ drift }: { readonly drift: NonNullable<Version['drift']> }) {
  if (drift.length === 0)
    return (
      <p class="small muted">
        Same columns and kinds of values as the version before. Compare them to see changed cells.
      </p>
    )
  return (
    <details class="odd">
      <summary>Since the version before: {driftInWords(drift)}</summary>
      <DriftList drift={drift} />
    </details>
  )
}

type RowProps = {
  readonly version: Version
  readonly current: Dataset['version']
  readonly life: Life
  readonly canCompare: boolean
  readonly canEdit: boolean
}

function Actions({ version, current, life, canCompare, canEdit }: RowProps) {
  const { id, number, status } = version
  const isCurrent = id === current.id
  return (
    <div class="row version-actions">
      {status === 'ready' && canCompare && (
        <Button
          size="small"
          icon={GitCompare}
          onClick={() => void (isCurrent ? life.compare(id) : life.compare(current.id, id))}
        >
          {isCurrent ? 'Compare with the one before' : 'Compare with the current one'}
        </Button>
      )}
      {canEdit && status === 'ready' && !isCurrent && (
        <Button size="small" icon={RotateCcw} onClick={() => void life.restore(id)}>
          Restore
        </Button>
      )}
      {canEdit && !isCurrent && (
        <Button
          kind="quiet"
          size="small"
          icon={Trash2}
          label={`Delete version ${number}`}
          onClick={() => void life.remove(id)}
        />
      )}
    </div>
  )
}

const stateWords = { pending: 'waiting', processing: 'being read', failed: 'failed', ready: '' } as const

function VersionRow(props: RowProps) {
  const { version, current } = props
  const { number, fileName, status, failure, drift } = version
  return (
    <li class="version">
      <header class="row">
        <h3>Version {number}</h3>
        {version.id === current.id && (
          <span class="chip" data-tone="accent">
            current
          </span>
        )}
        {status !== 'ready' && <span class="chip">{stateWords[status]}</span>}
        <span class="clip grow muted small">{fileName}</span>
      </header>
      <p class="small muted numeric">{factsOf(version)}</p>
      {failure && (
        <p class="small version-failure">
          {failure.message} {failure.hint}
        </p>
      )}
      {drift && <Changes drift={drift} />}
      <Actions {...props} />
    </li>
  )
}

type Props = { readonly dataset: Dataset; readonly life: Life; readonly canEdit: boolean }

/** Every version of a dataset: content, changes, and restore. */
export function VersionsView({ dataset, life, canEdit }: Props) {
  const versions = life.versions.value.value
  const problem = life.versions.problem.value ?? life.problem.value
  return (
    <section class="versions" aria-label="Versions">
      {problem && <FailureNotice problem={problem} />}
      {!versions && !problem && <Skeleton height={280} />}
      {versions && (
        <ol class="version-list card">
          {versions.map((version, index) => (
            <VersionRow
              key={version.id}
              version={version}
              current={dataset.version}
              life={life}
              canEdit={canEdit}
              canCompare={
                version.id !== dataset.version.id || versions.slice(index + 1).some(({ status }) => status === 'ready')
              }
            />
          ))}
        </ol>
      )}
      <p class="small muted">
        {canEdit
          ? 'Restoring moves only a mark: files never change, so every version stays as it was. A version that you delete goes at once and for good.'
          : 'You can compare versions; an analyst can restore and delete them.'}
      </p>
      {life.comparison.value && <ComparisonDialog comparison={life.comparison.value} onClose={life.closeComparison} />}
    </section>
  )
}
