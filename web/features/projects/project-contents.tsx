import { LayoutDashboard, Table2, X } from 'lucide'
import type { DashboardSummary, Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import './projects.css'

type Props = {
  readonly project: string
  readonly datasets: readonly Dataset[]
  readonly dashboards: readonly DashboardSummary[]
  /** Null where one may not move anything. */
  readonly onMove: ((dataset: string, isIn: boolean) => void) | null
}

function AddDataset({ others, onAdd }: { readonly others: readonly Dataset[]; readonly onAdd: (id: string) => void }) {
  if (others.length === 0) return null
  return (
    <select
      class="input project-add"
      aria-label="Add a dataset"
      value=""
      onChange={({ currentTarget }) => currentTarget.value !== '' && onAdd(currentTarget.value)}
    >
      <option value="">Add a dataset …</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** The datasets of a project, with their dashboards, which go where their dataset goes. */
export function ProjectContents({ project, datasets, dashboards, onMove }: Props) {
  const inside = datasets.filter(({ place }) => place.project === project)
  const others = datasets.filter(({ place }) => place.project !== project)
  return (
    <section class="stack project-section">
      <h2>Datasets and dashboards</h2>
      {inside.length === 0 && <p class="muted">Nothing is in this project yet.</p>}
      {inside.length > 0 && (
        <ul class="project-list card">
          {inside.map(({ id, name }) => (
            <li key={id} class="project-entry">
              <Icon icon={Table2} />
              <div class="grow project-what">
                <a href={`/data/${id}`}>{name}</a>
                {dashboards
                  .filter(({ dataset }) => dataset === id)
                  .map((dashboard) => (
                    <p key={dashboard.id} class="small project-dashboard">
                      <Icon icon={LayoutDashboard} size={14} />
                      <a href={`/dashboards/${dashboard.id}`}>{dashboard.title}</a>
                    </p>
                  ))}
              </div>
              {onMove && (
                <Button
                  size="small"
                  kind="quiet"
                  icon={X}
                  label={`Take ${name} out of the project`}
                  onClick={() => onMove(id, false)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {onMove && <AddDataset others={others} onAdd={(id) => onMove(id, true)} />}
    </section>
  )
}
