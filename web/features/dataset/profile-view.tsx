import { useLocation } from 'preact-iso'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Profile } from '#core/profile/profile.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ColumnCard } from './column-card.tsx'
import { ColumnPage } from './column/column-page.tsx'
import { kindsIn, type KnownKind } from './known-kinds.ts'
import { createLinks } from './links.ts'
import type { MeasureAgain } from './measured-earlier.tsx'
import type { DatasetScreen } from './model.ts'
import type { ImportPorts } from './import/model.ts'
import { ImportReport } from './import/report.tsx'
import { TogetherCard } from './together/together-card.tsx'
import { type WholeTableProps, WholeTable } from './whole-table.tsx'

function Waiting() {
  return (
    <div class="profile" aria-busy="true">
      <div class="known">
        <Skeleton height={560} />
        <Skeleton height={560} />
      </div>
      <div class="column-cards">
        {[0, 1, 2, 3, 4, 5].map((each) => (
          <Skeleton key={each} height={284} />
        ))}
      </div>
    </div>
  )
}

/** Returns the focus to the card from which a column's page was opened. */
function useReturn(open: string | null): RefObject<HTMLDivElement | null> {
  const cards = useRef<HTMLDivElement>(null)
  const before = useRef(open)
  useEffect(() => {
    const left = before.current
    before.current = open
    if (open === null && left !== null)
      cards.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(left)}"]`)?.focus()
  }, [open])
  return cards
}

/** Overview of the profile: whole table, columns, associations, import report. */
function Overview({
  profile,
  labelOf,
  links,
  again,
  arrivedAt,
  cards,
  formatOf,
  kindsOf,
  children,
}: WholeTableProps & {
  readonly children: ComponentChildren
  readonly cards: RefObject<HTMLDivElement | null>
  readonly formatOf: (name: string) => Format
  readonly kindsOf: ReadonlyMap<string, KnownKind>
}) {
  return (
    <div class="profile">
      <WholeTable profile={profile} labelOf={labelOf} links={links} again={again} arrivedAt={arrivedAt} />
      <div class="column-cards" ref={cards}>
        {profile.columns.map((column) => (
          <ColumnCard
            key={column.name}
            column={column}
            label={labelOf(column.name)}
            format={formatOf(column.name)}
            rows={profile.rows}
            kind={kindsOf.get(column.name)}
            href={links.column(column.name)}
          />
        ))}
      </div>
      <TogetherCard profile={profile} labelOf={labelOf} />
      {children}
    </div>
  )
}

type MeasuredProps = {
  readonly profile: Profile
  readonly model: SemanticModel | null
  readonly again: MeasureAgain
  readonly arrivedAt: number
  /** The import report. */
  readonly children: ComponentChildren
}

function Measured({ profile, model, again, arrivedAt, children }: MeasuredProps) {
  const { path, query } = useLocation()
  const links = useMemo(() => createLinks(path), [path])
  const kindsOf = useMemo(() => kindsIn(profile), [profile])
  const open = profile.columns.find(({ name }) => name === query['column'])
  const cards = useReturn(open?.name ?? null)
  const formatOf = (name: string): Format => model?.columns.find((column) => column.name === name)?.format ?? 'number'
  const labelOf = (name: string): string => model?.columns.find((column) => column.name === name)?.label ?? name
  if (open)
    return (
      <ColumnPage
        profile={profile}
        column={open}
        format={formatOf(open.name)}
        kind={kindsOf.get(open.name)}
        labelOf={labelOf}
        links={links}
      />
    )
  return <Overview {...{ profile, labelOf, links, again, arrivedAt, cards, formatOf, kindsOf, children }} />
}

type Props = {
  readonly dataset: Dataset
  readonly screen: DatasetScreen
  /** Ports for reading again; null while the server lacks the file. */
  readonly reading: ImportPorts | null
}

function againOf({ sample, choices }: Dataset, reading: ImportPorts | null): MeasureAgain {
  if (reading === null || sample) return null
  return async () => {
    const outcome = await reading.readAgain(choices ?? {})
    if (outcome.ok) reading.onDataset(outcome.value)
    return outcome
  }
}

/** The profile of a dataset, or of the column in the URL. */
export function ProfileView({ dataset, screen, reading }: Props) {
  const { profile: load } = screen
  const profile = load.value.value
  if (load.problem.value)
    return (
      <FailureNotice problem={load.problem.value}>
        <Button size="small" onClick={() => void load.need()}>
          Try again
        </Button>
      </FailureNotice>
    )
  if (!profile) return <Waiting />
  return (
    <Measured
      profile={profile}
      model={screen.model.value.value}
      again={againOf(dataset, reading)}
      arrivedAt={Date.parse(dataset.processedAt ?? dataset.createdAt)}
    >
      <ImportReport profile={profile} dataset={dataset} ports={reading} />
    </Measured>
  )
}
