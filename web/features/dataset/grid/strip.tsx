import type { Filter } from '#core/query/filter.ts'
import type { ColumnProfile } from '#core/profile/profile.ts'
import { count, percent } from '../../../ui/figures.ts'
import { spreadOf, type SpreadBar } from '../../../ui/spread.ts'

type Props = { readonly profile: ColumnProfile; readonly rows: number; readonly onFilter: (filter: Filter) => void }

const isMoment = ({ type }: ColumnProfile): boolean => type === 'date' || type === 'timestamp'

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

const spell = (profile: ColumnProfile, value: number): string =>
  isMoment(profile) ? dayOf(value) : String(Math.round(value * 100) / 100)

function filterOf(profile: ColumnProfile, { from, to }: SpreadBar): Filter {
  const at = (value: number): number | string => (isMoment(profile) ? dayOf(value) : value)
  return { op: 'between', column: profile.name, from: at(from), to: at(to) }
}

/** Bars of a distribution; a click filters to one. */
function Bars({ profile, bars, onFilter }: Props & { readonly bars: readonly SpreadBar[] }) {
  const tallest = Math.max(1, ...bars.map((bar) => bar.count))
  const width = 100 / bars.length
  return (
    <svg class="strip-bars" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      {bars.map((bar, at) => {
        const height = bar.count === 0 ? 0 : Math.max(1.5, (bar.count / tallest) * 24)
        return (
          <g key={at} onClick={() => onFilter(filterOf(profile, bar))}>
            <title>{`${spell(profile, bar.from)} – ${spell(profile, bar.to)}: ${count(bar.count)} rows`}</title>
            <rect class="strip-reach" x={at * width} y={0} width={width} height={24} />
            <rect x={at * width + width * 0.08} y={24 - height} width={width * 0.84} height={height} />
          </g>
        )
      })}
    </svg>
  )
}

const maxShares = 5

/** The most frequent values as shares; a click filters to one. */
function Shares({ profile, rows, onFilter }: Props) {
  const { type, name, top, distinct } = profile
  const values = top.slice(0, maxShares)
  const hasTop = values.some((value) => value.count > 1)
  if (!hasTop) return <div class="strip-unlike">{distinct.count > 0 ? 'nearly all different' : ''}</div>
  return (
    <div class="strip-shares" aria-hidden="true">
      {values.map(({ value, count: times }, at) => (
        <span
          key={value}
          title={`${value}: ${count(times)} rows`}
          style={{ width: `${(times / Math.max(1, rows)) * 100}%`, opacity: 1 - at * 0.17 }}
          onClick={() => onFilter({ op: 'in', column: name, values: [type === 'boolean' ? value === 'true' : value] })}
        />
      ))}
    </div>
  )
}

/** Missing or odd cells of a column, or its distinct count. */
function Caption({ profile, rows }: Pick<Props, 'profile' | 'rows'>) {
  const { nulls, oddCount, distinct } = profile
  const empty = nulls === 0 ? null : `${percent(rows === 0 ? 0 : nulls / rows)} empty`
  return (
    <p class="strip-caption numeric">
      {oddCount > 0 && <span class="strip-odd">{count(oddCount)} odd</span>}
      <span>{empty ?? (oddCount > 0 ? '' : `${distinct.exact ? '' : '~ '}${count(distinct.count)} different`)}</span>
    </p>
  )
}

/** A column's summary above its cells. */
export function Strip(props: Props) {
  const bars = spreadOf(props.profile)
  return (
    <>
      {bars.length > 1 ? <Bars {...props} bars={bars} /> : <Shares {...props} />}
      <Caption {...props} />
    </>
  )
}
