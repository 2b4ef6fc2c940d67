import { Calendar, CalendarClock, Hash, ToggleLeft, Type } from 'lucide'
import { formatCell } from '#core/format/format-cell.ts'
import type { ColumnProfile, NumberProfile } from '#core/profile/profile.ts'
import type { ColumnType } from '#core/table/table.ts'
import { Icon } from '../../ui/icon.tsx'
import { count, percent } from '../../ui/figures.ts'
import { distinctInWords, nullsInWords, typeWords } from './profile-words.ts'

const typeIcons: Record<ColumnType, typeof Hash> = {
  boolean: ToggleLeft,
  integer: Hash,
  decimal: Hash,
  date: Calendar,
  timestamp: CalendarClock,
  text: Type,
}

const isMoment = (type: ColumnType): boolean => type === 'date' || type === 'timestamp'

const spell = (value: number, type: ColumnType): string =>
  formatCell(value, isMoment(type) ? 'date' : 'number', { type: isMoment(type) ? type : 'decimal' })

function Histogram({ numbers, type }: { readonly numbers: NumberProfile; readonly type: ColumnType }) {
  const { counts, edges } = numbers.histogram
  const tallest = Math.max(1, ...counts)
  const bar = 100 / Math.max(1, counts.length)
  const range = `${spell(edges[0] ?? 0, type)} to ${spell(edges.at(-1) ?? 0, type)}`
  return (
    <figure class="histogram">
      <svg
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={`How its values are spread, from ${range}`}
      >
        {counts.map((each, index) => {
          const height = each === 0 ? 0 : Math.max(1, (each / tallest) * 40)
          return (
            <rect key={index} x={index * bar + bar * 0.06} y={40 - height} width={bar * 0.88} height={height}>
              <title>{`${spell(edges[index] ?? 0, type)} – ${spell(edges[index + 1] ?? 0, type)}: ${count(each)}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption class="numeric">
        <span>{spell(edges[0] ?? 0, type)}</span>
        <span>{spell(edges.at(-1) ?? 0, type)}</span>
      </figcaption>
    </figure>
  )
}

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

function numberFacts({ numbers, type }: ColumnProfile): readonly (readonly [string, string])[] {
  if (!numbers) return []
  const show = (value: number): string => spell(value, type)
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

/** One column: what it is, how its values are spread, its figures. */
export function ColumnCard({
  column,
  label,
  rows,
}: {
  readonly column: ColumnProfile
  readonly label: string
  readonly rows: number
}) {
  const { type, numbers, nulls, distinct, text, oddCount } = column
  const spread = numbers !== null && type !== 'boolean' && numbers.histogram.counts.length > 1
  return (
    <article class="column-card card">
      <header>
        <span class="column-type" title={typeWords[type]}>
          <Icon icon={typeIcons[type]} size={15} label={typeWords[type]} />
        </span>
        <h3 class="clip" title={column.name}>
          {label}
        </h3>
        {oddCount > 0 && <span class="chip column-odd">{count(oddCount)} odd</span>}
      </header>
      {spread && numbers ? <Histogram numbers={numbers} type={type} /> : <TopValues column={column} rows={rows} />}
      <Facts
        facts={[
          ['Empty', nullsInWords(nulls, rows)],
          ['Different', distinctInWords(distinct)],
          ...numberFacts(column),
          ...(text ? [['Length', `${text.shortest} – ${text.longest}`] as const] : []),
        ]}
      />
    </article>
  )
}
