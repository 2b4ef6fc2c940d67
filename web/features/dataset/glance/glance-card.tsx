import type { ComponentChildren } from 'preact'
import type { Profile } from '#core/profile/profile.ts'
import type { TableProfile } from '#core/profile/table-profile.ts'
import { count } from '../../../ui/figures.ts'
import type { Links } from '../links.ts'
import {
  coverageInWords,
  domainInWords,
  duplicatesInWords,
  gapInWords,
  keyInWords,
  type LabelOf,
} from './glance-words.ts'
import { RowLinks } from './row-links.tsx'
import './glance.css'

type Props = { readonly profile: Profile; readonly links: Links; readonly labelOf: LabelOf }

/** One titled fact. */
function Known({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const shownKeys = 3

function Keys({ table, labelOf }: { readonly table: TableProfile; readonly labelOf: LabelOf }) {
  if (table.keys.length === 0) return <p>No column, and no two or three together, tell every row apart.</p>
  return table.keys.slice(0, shownKeys).map((key) => <p key={key.columns.join()}>{keyInWords(key, labelOf)}</p>)
}

function Repeated({ profile, table, links }: Pick<Props, 'profile' | 'links'> & { readonly table: TableProfile }) {
  const { duplicates } = table
  const shown = duplicates.examples.slice(0, 3)
  return (
    <>
      <p>{duplicatesInWords(duplicates, profile.rows)}</p>
      {shown.map(({ row, first }) => (
        <p key={row} class="small">
          <a href={links.row(row)}>{`Row ${count(row + 1)}`}</a> repeats{' '}
          <a href={links.row(first)}>{`row ${count(first + 1)}`}</a>
        </p>
      ))}
    </>
  )
}

const shownGaps = 3

function Time({ profile, links, labelOf }: Props) {
  const { time, columns } = profile
  const coverage = columns.find(({ name }) => name === time?.column)?.coverage
  if (!time) return <p>No column of dates that the rows run along.</p>
  return (
    <>
      <p>
        <a href={links.column(time.column)}>{labelOf(time.column)}</a>
      </p>
      {coverage && <p>{coverageInWords(coverage)}</p>}
      {coverage?.gaps.slice(0, shownGaps).map((gap) => (
        <p key={gap.from} class="small muted">
          {gapInWords(gap, coverage.grain ?? 'day')}
        </p>
      ))}
    </>
  )
}

function Field({ table }: { readonly table: TableProfile }) {
  const [best] = table.domains
  if (!best) return <p>Nothing in the names points to one field.</p>
  return (
    <>
      <p>{domainInWords(best)}</p>
      <p class="small muted">{`Because of ${best.evidence.join(', ')}`}</p>
    </>
  )
}

const unusualFrom = 0.6
const shownUnusual = 8

function Unusual({ table, links }: { readonly table: TableProfile; readonly links: Links }) {
  const rows = table.unusual.filter(({ score }) => score >= unusualFrom).slice(0, shownUnusual)
  if (rows.length === 0) return <p>No row stands apart from the others in its numbers.</p>
  return (
    <>
      <p>Unlike the others in all numbers together, the most unlike first:</p>
      <RowLinks rows={rows.map(({ row }) => row)} links={links} />
    </>
  )
}

/** Facts about the whole table. */
export function GlanceCard({ profile, table, links, labelOf }: Props & { readonly table: TableProfile }) {
  return (
    <section class="card glance" aria-labelledby="glance-title">
      <h2 id="glance-title">At a glance</h2>
      <dl>
        <Known name="Size">
          <p class="numeric">{`${count(profile.rows)} rows, ${count(profile.columns.length)} columns`}</p>
        </Known>
        <Known name="About">
          <Field table={table} />
        </Known>
        <Known name="Key">
          <Keys table={table} labelOf={labelOf} />
        </Known>
        <Known name="Time">
          <Time profile={profile} links={links} labelOf={labelOf} />
        </Known>
        <Known name="Repeated rows">
          <Repeated profile={profile} table={table} links={links} />
        </Known>
        <Known name="Unusual rows">
          <Unusual table={table} links={links} />
        </Known>
      </dl>
    </section>
  )
}
