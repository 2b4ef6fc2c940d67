import type { MissingPattern } from '#core/profile/table-profile.ts'
import { count, percent } from '../../../ui/figures.ts'
import type { Links } from '../links.ts'
import { emptyColumns } from './empty-columns.ts'
import type { LabelOf } from './glance-words.ts'

const [mostColumns, mostPatterns] = [12, 8]

type Props = {
  readonly patterns: readonly MissingPattern[]
  readonly rows: number
  readonly links: Links
  readonly labelOf: LabelOf
}

/** Columns that are empty together: one row per pattern, most frequent first. */
export function MissingPicture({ patterns, rows, links, labelOf }: Props) {
  const names = emptyColumns(patterns).slice(0, mostColumns)
  if (names.length === 0) return null
  return (
    <section class="card glance" aria-labelledby="missing-title">
      <h2 id="missing-title">Empty together</h2>
      <p class="small muted">
        Each line is a way in which rows are filled; a coloured square is a column without a value.
      </p>
      <div class="picture-scroll" tabIndex={0} role="group" aria-label="Table of columns that are empty together">
        <table class="missing-picture">
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  <a href={links.column(name)}>{labelOf(name)}</a>
                </th>
              ))}
              <th scope="col" class="missing-rows">
                Rows
              </th>
            </tr>
          </thead>
          <tbody>
            {patterns.slice(0, mostPatterns).map((pattern) => (
              <tr key={pattern.columns.join()}>
                {names.map((name) => (
                  <td key={name} data-empty={pattern.columns.includes(name) ? '' : undefined}>
                    <span class="visually-hidden">{pattern.columns.includes(name) ? 'empty' : 'filled'}</span>
                  </td>
                ))}
                <td class="missing-rows numeric">
                  {count(pattern.rows)} <span class="muted">{percent(rows === 0 ? 0 : pattern.rows / rows)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
