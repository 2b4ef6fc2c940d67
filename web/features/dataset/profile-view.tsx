import type { Profile } from '#core/profile/profile.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ColumnCard } from './column-card.tsx'
import type { DatasetScreen } from './model.ts'
import { correlationGrid } from './profile-words.ts'
import type { ReadingPorts } from './reading/model.ts'
import { ImportReport } from './reading/report.tsx'

/** The share of the hue at a correlation of 1: the figure on it stays readable in both themes. */
const strongest = 40

/** A correlation as a colour: one hue for rising together, another for falling apart. */
function shade(r: number | null): string {
  if (r === null) return 'transparent'
  return `color-mix(in srgb, var(${r < 0 ? '--chart-2' : '--chart-1'}) ${Math.round(Math.abs(r) * strongest)}%, var(--surface-raised))`
}

function Correlations({ profile, labelOf }: { readonly profile: Profile; readonly labelOf: (name: string) => string }) {
  const { names, at } = correlationGrid(profile)
  if (names.length < 2) return null
  return (
    <section class="card correlations" aria-label="Correlations">
      <h2>What moves together</h2>
      <p class="small muted">
        Pearson’s r between numeric columns: 1 rise together, −1 move against each other, 0 unrelated in a straight
        line.
      </p>
      <div class="correlation-scroll" tabIndex={0} role="group" aria-label="Table of correlations">
        <table>
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th key={name} scope="col">
                  <span>{labelOf(name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((row) => (
              <tr key={row}>
                <th scope="row" class="clip">
                  {labelOf(row)}
                </th>
                {names.map((column) => {
                  const r = at(row, column)
                  return (
                    <td
                      key={column}
                      class="numeric"
                      data-strong={Math.abs(r ?? 0) > 0.6 ? '' : undefined}
                      style={{ background: row === column ? 'var(--surface-sunken)' : shade(r) }}
                    >
                      {row === column ? '' : r === null ? '—' : r.toFixed(2).replace('-', '−')}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type Props = {
  readonly dataset: Dataset
  readonly screen: DatasetScreen
  /** How to read the file otherwise; null while the server does not have it. */
  readonly reading: ReadingPorts | null
}

/** Everything measured of a dataset: each column, what moves together, how the file was read. */
export function ProfileView({ dataset, screen, reading }: Props) {
  const { profile: load } = screen
  const model = screen.model.value.value
  const profile = load.value.value
  if (load.problem.value)
    return (
      <FailureNotice problem={load.problem.value}>
        <Button size="small" onClick={() => void load.need()}>
          Try again
        </Button>
      </FailureNotice>
    )
  if (!profile)
    return (
      <div class="column-cards" aria-busy="true">
        {[0, 1, 2, 3, 4, 5].map((each) => (
          <Skeleton key={each} height={268} />
        ))}
      </div>
    )
  const formatOf = (name: string): Format => model?.columns.find((column) => column.name === name)?.format ?? 'number'
  const labelOf = (name: string): string => model?.columns.find((column) => column.name === name)?.label ?? name
  return (
    <div class="profile">
      <div class="column-cards">
        {profile.columns.map((column) => (
          <ColumnCard
            key={column.name}
            column={column}
            label={labelOf(column.name)}
            format={formatOf(column.name)}
            rows={profile.rows}
          />
        ))}
      </div>
      <Correlations profile={profile} labelOf={labelOf} />
      <ImportReport profile={profile} dataset={dataset} ports={reading} />
    </div>
  )
}
