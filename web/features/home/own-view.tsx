import { LayoutDashboard, Table2 } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { DashboardSummary, Dataset } from '../../api.ts'
import { ago, count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './home.css'

const maxShown = 6

const factsOf = ({ rows, processedAt, sample }: Dataset, now: number): string =>
  [
    sample ? 'sample' : '',
    rows === null ? '' : `${count(rows)} rows`,
    processedAt === null ? '' : `read ${ago(processedAt, now)}`,
  ]
    .filter((fact) => fact !== '')
    .join(' · ')

type EntryProps = {
  readonly href: string
  readonly icon: typeof Table2
  readonly name: string
  readonly facts: string
}

function Entry({ href, icon, name, facts }: EntryProps) {
  return (
    <li>
      <a class="recent-entry" href={href}>
        <Icon icon={icon} />
        <span class="clip grow">{name}</span>
        <span class="small muted numeric">{facts}</span>
      </a>
    </li>
  )
}

type Props = {
  /** Recently opened first; null until loaded. */
  readonly datasets: readonly Dataset[] | null
  /** Dashboards with names of their own. */
  readonly dashboards: readonly DashboardSummary[]
  readonly now: number
  readonly asking: ComponentChildren
  readonly loading: ComponentChildren
}

/** The first page of a workspace with data: ask, continue, or load more. */
export function OwnHomeView({ datasets, dashboards, now, asking, loading }: Props) {
  return (
    <div class="home">
      <div class="home-top">
        <h1>Your data</h1>
        <div class="home-start">
          {asking}
          <section class="recent" aria-label="Recent">
            <div class="peek-head">
              <h2>Recent</h2>
              <a href="/data">All datasets</a>
            </div>
            {datasets === null && <Skeleton height={160} />}
            {datasets && (
              <ul class="card">
                {datasets.slice(0, maxShown).map((dataset) => (
                  <Entry
                    key={dataset.id}
                    href={`/data/${dataset.id}`}
                    icon={Table2}
                    name={dataset.name}
                    facts={factsOf(dataset, now)}
                  />
                ))}
                {dashboards.slice(0, maxShown).map(({ id, title, updatedAt }) => (
                  <Entry
                    key={id}
                    href={`/dashboards/${id}`}
                    icon={LayoutDashboard}
                    name={title}
                    facts={`changed ${ago(updatedAt, now)}`}
                  />
                ))}
              </ul>
            )}
          </section>
          {loading}
        </div>
      </div>
    </div>
  )
}
