import type { ColumnProfile } from '#core/profile/profile.ts'
import { count, percent } from '../../../ui/figures.ts'
import { visibleText } from '../../../ui/visible-text.ts'
import type { Links } from '../links.ts'
import { filterOfValue } from './row-filters.ts'

type Props = { readonly column: ColumnProfile; readonly rows: number; readonly links: Links }

/** Patterns of a text column. */
export function Patterns({ column: { text }, rows }: Props) {
  const patterns = text?.patterns ?? []
  if (patterns.length === 0) return null
  return (
    <section class="card column-part" aria-labelledby="patterns-title">
      <h3 id="patterns-title">How it is written</h3>
      <p class="small muted">
        A is any capital, a any small letter, 9 any digit, a plus says “four and more”; a space at an end is ␣, all else
        stands as it is. A rare way among a frequent one is often a slip.
      </p>
      <ul class="patterns">
        {patterns.map(({ value, count: times }) => (
          <li key={value}>
            <code>{value === '' ? '(empty text)' : visibleText(value)}</code>
            <span class="numeric muted">{`${count(times)} rows, ${percent(rows === 0 ? 0 : times / rows)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Texts that differ only in case, spaces or accents. */
export function Spellings({ column, links }: Props) {
  const groups = column.spellings ?? []
  if (groups.length === 0) return null
  return (
    <section class="card column-part" aria-labelledby="spellings-title">
      <h3 id="spellings-title">Spelt in several ways</h3>
      <p class="small muted">
        These differ only in capitals, spaces or accents, and count as different.{' '}
        <a href={links.clean('unify-spellings', column.name)}>Clean this</a>
      </p>
      <ul class="spellings">
        {groups.map(({ values }) => (
          <li key={values[0]?.value ?? ''}>
            {values.map(({ value, count: times }) => {
              const filter = filterOfValue(column, value)
              return (
                <span key={value}>
                  {filter ? <a href={links.rows(filter)}>{`“${visibleText(value)}”`}</a> : `“${visibleText(value)}”`}{' '}
                  <span class="muted numeric">{count(times)}</span>
                </span>
              )
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Cells that did not fit their column's type, with their text. */
export function OddTexts({ column: { odd, oddCount }, links }: Props) {
  if (oddCount === 0) return null
  const left = oddCount - odd.length
  return (
    <section class="card column-part" aria-labelledby="odd-title">
      <h3 id="odd-title">Odd cells</h3>
      <p class="small muted">They do not read as the others do. They count as empty; their text is kept.</p>
      <ul class="odd-texts">
        {odd.map(({ row, text }) => (
          <li key={row}>
            <code>{text}</code>
            <a class="numeric" href={links.row(row)}>{`Row ${count(row + 1)}`}</a>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="small muted">{`And ${count(left)} more.`}</p>}
    </section>
  )
}
