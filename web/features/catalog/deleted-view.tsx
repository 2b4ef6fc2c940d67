import { LayoutDashboard, RotateCcw, Table2, Trash2 } from 'lucide'
import { formatMoment } from '#core/format/format-moment.ts'
import type { Deleted } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ago, count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import './catalog.css'

type Entry = Deleted['dashboards'][number]

/** What is deleted and restored with a dataset. */
function companions({ rows, dashboards }: Deleted['datasets'][number]): string {
  const facts = [
    rows === null ? null : `${count(rows)} rows`,
    dashboards.length === 0 ? null : `with ${dashboards.map((title) => `“${title}”`).join(', ')}`,
  ]
  return facts.filter((fact) => fact !== null).join(', ')
}

type RowProps = {
  readonly entry: Entry
  readonly icon: typeof Table2
  readonly facts: string
  readonly now: number
  readonly onRestore: () => void
}

function Row({ entry, icon, facts, now, onRestore }: RowProps) {
  const { name, deletedAt, goneAt } = entry
  return (
    <li class="data-entry deleted-entry">
      <Icon icon={icon} />
      <div class="grow">
        <strong>{name}</strong>
        <p class="small muted">
          {facts !== '' && `${facts} · `}deleted {ago(deletedAt, now)}, gone for good on{' '}
          {formatMoment(Date.parse(goneAt), 'day')}
        </p>
      </div>
      <Button size="small" icon={RotateCcw} label={`Restore ${name}`} onClick={onRestore}>
        Restore
      </Button>
    </li>
  )
}

type Props = {
  readonly deleted: Deleted
  readonly now: number
  readonly onDataset: (id: string) => void
  readonly onDashboard: (id: string) => void
}

/** Deleted datasets and dashboards that can be restored. */
export function DeletedView({ deleted: { datasets, dashboards }, now, onDataset, onDashboard }: Props) {
  if (datasets.length + dashboards.length === 0)
    return (
      <EmptyState
        icon={Trash2}
        title="Nothing was deleted lately"
        text="Datasets and dashboards that you delete wait here for a while before they go for good."
      />
    )
  return (
    <ul class="data-list card">
      {datasets.map((entry) => (
        <Row
          key={entry.id}
          entry={entry}
          icon={Table2}
          facts={companions(entry)}
          now={now}
          onRestore={() => onDataset(entry.id)}
        />
      ))}
      {dashboards.map((entry) => (
        <Row
          key={entry.id}
          entry={entry}
          icon={LayoutDashboard}
          facts="dashboard"
          now={now}
          onRestore={() => onDashboard(entry.id)}
        />
      ))}
    </ul>
  )
}
