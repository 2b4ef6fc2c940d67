import type { Filter } from '#core/query/filter.ts'
import type { ColumnProfile } from '#core/profile/profile.ts'
import { count, percent } from '../../../ui/figures.ts'
import { visibleText } from '../../../ui/visible-text.ts'
import type { Links } from '../links.ts'
import type { SpreadBar } from '../../../ui/spread.ts'
import { barText } from './histogram.tsx'
import { filterOfBar, filterOfValue } from './row-filters.ts'
import type { Spell } from './spell.ts'

type Line = { readonly text: string; readonly count: number; readonly filter: Filter | null }

function Lines({
  lines,
  rows,
  links,
  head,
}: {
  readonly lines: readonly Line[]
  readonly rows: number
  readonly links: Links
  readonly head: string
}) {
  const most = Math.max(1, ...lines.map((line) => line.count))
  return (
    <table class="values">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Rows</th>
          <th scope="col">Share</th>
          <th scope="col">
            <span class="visually-hidden">Show them</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ text, count: times, filter }) => (
          <tr key={text}>
            <th scope="row">
              <span class="value-bar" style={{ width: `${(times / most) * 100}%` }} />
              <span class="value-text">{text}</span>
            </th>
            <td class="numeric">{count(times)}</td>
            <td class="numeric">{percent(rows === 0 ? 0 : times / rows)}</td>
            <td>
              {filter && (
                <a href={links.rows(filter)} aria-label={`Show the rows with ${text}`}>
                  Show
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { readonly column: ColumnProfile; readonly rows: number; readonly links: Links; readonly spell: Spell }

/** The most frequent values. */
export function FrequentValues({ column, rows, links, spell }: Props) {
  const { top, type, distinct } = column
  if ((top[0]?.count ?? 0) < 2) return <p class="small muted">No value is held by more than one row.</p>
  const isNumber = type === 'integer' || type === 'decimal'
  const textOf = (value: string): string =>
    value === '' ? '(empty text)' : isNumber ? spell(Number(value)) : visibleText(value)
  const lines = top.map(({ value, count: times }) => ({
    text: textOf(value),
    count: times,
    filter: filterOfValue(column, value),
  }))
  return (
    <>
      <Lines lines={lines} rows={rows} links={links} head="Most frequent values" />
      {!distinct.exact && <p class="small muted">Of so many different values, these counts are the least there are.</p>}
    </>
  )
}

/** A histogram as a table. */
export function BarTable({ column, bars, rows, links, spell }: Props & { readonly bars: readonly SpreadBar[] }) {
  const lines = bars.map((bar) => ({
    text: barText(bar, spell),
    count: bar.count,
    filter: bar.count === 0 ? null : filterOfBar(column, bar),
  }))
  return (
    <details class="odd">
      <summary>The bars as a table</summary>
      <Lines lines={lines} rows={rows} links={links} head="Values" />
    </details>
  )
}
