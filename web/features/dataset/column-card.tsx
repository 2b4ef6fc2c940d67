import { formatCell } from '#core/format/format-cell.ts'
import type { ColumnProfile } from '#core/profile/profile.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import type { ColumnType } from '#core/table/table.ts'
import { Icon } from '../../ui/icon.tsx'
import { count, percent } from '../../ui/figures.ts'
import { spreadOf, type SpreadBar } from './spread.ts'
import { distinctInWords, nullsInWords, typeWords } from './profile-words.ts'
import { typeIcons } from './type-icons.ts'

const isMoment = (type: ColumnType): boolean => type === 'date' || type === 'timestamp'

type Spell = (value: number) => string

const twoDecimals = (value: number): string => String(Math.round(value * 100) / 100)

/** Figures as their column writes them: years and codes without separators. */
function spellAs(type: ColumnType, format: Format): Spell {
  if (isMoment(type)) return (value) => formatCell(value, 'date', { type })
  if (type === 'duration') return (value) => formatCell(value, 'duration')
  return format === 'text' ? twoDecimals : (value) => formatCell(value, 'number', { type: 'decimal' })
}

const textOf = ({ from, to }: SpreadBar, spell: Spell): string =>
  from === to ? spell(from) : `${spell(from)} – ${spell(to)}`

/** How many bars have room for a label each. */
const labelled = 12

function Histogram({ bars, spell }: { readonly bars: readonly SpreadBar[]; readonly spell: Spell }) {
  const tallest = Math.max(1, ...bars.map(({ count: each }) => each))
  const width = 100 / Math.max(1, bars.length)
  const [least, most] = [spell(bars[0]?.from ?? 0), spell(bars.at(-1)?.to ?? 0)]
  const isByValue = bars.every(({ from, to }) => from === to) && bars.length <= labelled
  return (
    <figure class="histogram" data-by-value={isByValue ? '' : undefined}>
      <svg
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={`How its values are spread, from ${least} to ${most}`}
      >
        {bars.map((bar, index) => {
          const height = bar.count === 0 ? 0 : Math.max(1, (bar.count / tallest) * 40)
          return (
            <rect key={index} x={index * width + width * 0.06} y={40 - height} width={width * 0.88} height={height}>
              <title>{`${textOf(bar, spell)}: ${count(bar.count)}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption class="numeric">
        {isByValue ? (
          bars.map(({ from }) => <span key={from}>{spell(from)}</span>)
        ) : (
          <>
            <span>{least}</span>
            <span>{most}</span>
          </>
        )}
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

/** One column: what it is, how its values are spread, its figures. */
export function ColumnCard({
  column,
  label,
  format,
  rows,
}: {
  readonly column: ColumnProfile
  readonly label: string
  readonly format: Format
  readonly rows: number
}) {
  const { type, nulls, distinct, text, oddCount } = column
  const bars = spreadOf(column)
  const spell = spellAs(type, format)
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
