import type { ComponentChildren } from 'preact'
import type { Dataset } from '../../api.ts'
import { EditableTitle } from '../../ui/editable-title.tsx'
import { ago, bytes, count } from '../../ui/figures.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { DatasetScreen } from './model.ts'
import './dataset.css'

function factsOf({ rows, columns, size, processedAt }: Dataset): string {
  const facts = [
    rows === null ? null : `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    columns === null ? null : `${count(columns)} ${columns === 1 ? 'column' : 'columns'}`,
    bytes(size),
    processedAt === null ? null : `read ${ago(processedAt, Date.now())}`,
  ]
  return facts.filter((fact) => fact !== null).join(' · ')
}

/** Name and figures of a dataset. */
export function DatasetHeader({
  dataset,
  screen,
  action,
  children,
  about,
  canEdit,
}: {
  readonly dataset: Dataset | null
  readonly screen: DatasetScreen
  readonly canEdit: boolean
  /** Current activity, beside the figures. */
  readonly children?: ComponentChildren
  /** Actions on the dataset, beside its name. */
  readonly action?: ComponentChildren
  /** Description and tags. */
  readonly about?: ComponentChildren
}) {
  return (
    <header class="page-head">
      <div class="page-head-line">
        {dataset ? (
          <EditableTitle
            text={dataset.name}
            what="dataset"
            onRename={canEdit ? screen.rename : null}
            problem={screen.renameProblem.value?.message ?? null}
          />
        ) : (
          <div class="title">
            <Skeleton width={280} height={28} />
          </div>
        )}
        <div class="dataset-actions">{action}</div>
      </div>
      <div class="page-facts numeric dataset-facts">
        {dataset ? <span>{factsOf(dataset)}</span> : <Skeleton width={200} />}
        {children}
        {about}
      </div>
    </header>
  )
}
