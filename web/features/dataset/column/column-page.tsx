import { ArrowLeft, ChevronLeft, ChevronRight, ShieldAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ColumnProfile, Profile } from '#core/profile/profile.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { LabelOf } from '../glance/glance-words.ts'
import { type KnownKind, sureness } from '../known-kinds.ts'
import type { Links } from '../links.ts'
import { typeWords } from '../profile-words.ts'
import { spreadOf } from '../../../ui/spread.ts'
import { FigureList } from './figure-list.tsx'
import { figureGroups } from './figures.ts'
import { Histogram } from './histogram.tsx'
import { Outliers } from './outliers.tsx'
import { spellAs } from './spell.ts'
import { AlongTime, Normality } from './tests.tsx'
import { OddTexts, Patterns, Spellings } from './text-parts.tsx'
import { BarTable, FrequentValues } from './values.tsx'
import './column.css'

type Props = {
  readonly profile: Profile
  readonly column: ColumnProfile
  readonly format: Format
  readonly kind: KnownKind | undefined
  readonly labelOf: LabelOf
  readonly links: Links
}

/** Link to the neighbouring column; plain text at an end. */
function Step({
  to,
  links,
  children,
}: {
  readonly to: string | undefined
  readonly links: Links
  readonly children: ComponentChildren
}) {
  if (to === undefined)
    return (
      <span class="button" data-size="small" aria-disabled="true">
        {children}
      </span>
    )
  return (
    <a class="button" data-size="small" href={links.column(to)} title={to}>
      {children}
    </a>
  )
}

function Ways({ profile, column, links }: Pick<Props, 'profile' | 'column' | 'links'>) {
  const names = profile.columns.map(({ name }) => name)
  const at = names.indexOf(column.name)
  return (
    <nav class="column-ways" aria-label="Columns">
      <a class="button" data-size="small" data-kind="quiet" href={links.profile}>
        <Icon icon={ArrowLeft} size={15} />
        All columns
      </a>
      <Step to={names[at - 1]} links={links}>
        <Icon icon={ChevronLeft} size={15} />
        Before
      </Step>
      <Step to={names[at + 1]} links={links}>
        Next
        <Icon icon={ChevronRight} size={15} />
      </Step>
    </nav>
  )
}

/** Name and kind of a column; takes the focus, so that screen readers start there. */
function Head({ column: { name, type }, kind, labelOf }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [name])
  return (
    <header class="column-head">
      <h2 ref={heading} tabIndex={-1}>
        {labelOf(name)}
      </h2>
      <p class="small muted">
        {labelOf(name) === name ? '' : `${name} · `}
        {typeWords[type]}
        {kind && ` · ${kind.title} (${sureness(kind.confidence)})`}
      </p>
      {kind?.isPersonal && (
        <p class="column-personal small">
          <Icon icon={ShieldAlert} size={14} />
          Personal data: masked for everyone outside your workspace.
        </p>
      )}
    </header>
  )
}

function Picture({ profile: { rows }, column, format, links }: Props) {
  const bars = spreadOf(column)
  const spell = spellAs(column.type, format)
  const shared = { column, rows, links, spell }
  const isByValue = bars.every(({ from, to }) => from === to)
  return (
    <section class="card column-part" aria-labelledby="spread-title">
      <h3 id="spread-title">How its values are spread</h3>
      {bars.length > 0 && <Histogram bars={bars} spell={spell} isLarge />}
      {isByValue ? (
        <FrequentValues {...shared} />
      ) : (
        <>
          <BarTable {...shared} bars={bars} />
          <details class="odd">
            <summary>The most frequent values</summary>
            <FrequentValues {...shared} />
          </details>
        </>
      )}
      {column.nulls > 0 && (
        <p class="small">
          <a href={links.rows({ op: 'isNull', column: column.name })}>Show the rows without a value</a>
        </p>
      )}
    </section>
  )
}

/** All statistics of one column. */
export function ColumnPage(props: Props) {
  const { profile, column, format, links } = props
  const spell = spellAs(column.type, format)
  const shared = { column, rows: profile.rows, links }
  return (
    <div class="column-page">
      <Ways {...props} />
      <Head {...props} />
      <div class="column-parts">
        <div>
          <Picture {...props} />
          {column.numbers && <Outliers numbers={column.numbers} spell={spell} links={links} />}
          <Patterns {...shared} />
          <Spellings {...shared} />
          <OddTexts {...shared} />
        </div>
        <div>
          <FigureList groups={figureGroups(column, profile.rows, spell)} />
          <Normality column={column} />
          <AlongTime column={column} profile={profile} />
        </div>
      </div>
    </div>
  )
}
