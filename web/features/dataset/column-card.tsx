import { ShieldAlert } from 'lucide'
import type { ColumnProfile } from '#core/profile/profile.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import { count, percent } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Histogram } from './column/histogram.tsx'
import { isMoment, type Spell, spellAs } from './column/spell.ts'
import type { KnownKind } from './known-kinds.ts'
import { distinctInWords, nullsInWords, typeWords } from './profile-words.ts'
import { spreadOf } from '../../ui/spread.ts'
import { typeIcons } from '../../ui/type-icons.ts'

const shownValues = 6

function TopValues({ column, rows }: { readonly column: ColumnProfile; readonly rows: number }) {
  const values = column.top.slice(0, shownValues)
  const most = Math.max(1, ...values.map((each) => each.count))
  return (
    <ul class="top-values">
      {values.map(({ value, count: times }) => (
        <li key={value} title={`${value}: ${count(times)}`}>
          <span class="value-bar" style={{ width: `${(times / most) * 100}%` }} />
          <span class="clip">{value === '' ? '(empty text)' : value}</span>
          <span class="muted numeric">{percent(rows === 0 ? 0 : times / rows)}</span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl class="facts numeric">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function numberFacts({ numbers, type }: ColumnProfile, show: Spell): readonly (readonly [string, string])[] {
  if (!numbers) return []
  if (isMoment(type))
    return [
      ['First', show(numbers.min)],
      ['Median', show(numbers.quartiles[1])],
      ['Last', show(numbers.max)],
    ]
  return [
    ['Min', show(numbers.min)],
    ['Median', show(numbers.quartiles[1])],
    ['Max', show(numbers.max)],
    ['Mean', show(numbers.mean)],
    ['Std dev', numbers.standardDeviation === null ? '—' : show(numbers.standardDeviation)],
  ]
}

type Props = {
  readonly column: ColumnProfile
  readonly label: string
  readonly format: Format
  readonly rows: number
  readonly kind: KnownKind | undefined
  /** URL of the column's page. */
  readonly href: string
}

function CardHead({ column: { name, type, oddCount }, label, kind, href }: Props) {
  return (
    <header>
      <span class="column-type" title={typeWords[type]}>
        <Icon icon={typeIcons[type]} size={15} label={typeWords[type]} />
      </span>
      <div class="grow">
        <h3 class="clip" title={name}>
          <a class="column-link" href={href} data-column={name}>
            {label}
          </a>
        </h3>
        {kind && (
          <p class="column-kind clip">
            {kind.isPersonal && <Icon icon={ShieldAlert} size={12} />}
            {kind.title}
            {kind.isPersonal && ' · personal data'}
          </p>
        )}
      </div>
      {oddCount > 0 && <span class="chip column-odd">{count(oddCount)} odd</span>}
    </header>
  )
}

/** A column: kind, distribution and figures. */
export function ColumnCard(props: Props) {
  const { column, format, rows } = props
  const { type, nulls, distinct, text } = column
  const bars = spreadOf(column)
  const spell = spellAs(type, format)
  return (
    <article class="column-card card">
      <CardHead {...props} />
      {bars.length > 0 ? <Histogram bars={bars} spell={spell} /> : <TopValues column={column} rows={rows} />}
      <Facts
        facts={[
          ['Empty', nullsInWords(nulls, rows)],
          ['Different', distinctInWords(distinct)],
          ...numberFacts(column, spell),
          ...(text ? [['Length', `${text.shortest} – ${text.longest}`] as const] : []),
        ]}
      />
    </article>
  )
}
