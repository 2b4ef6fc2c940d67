import { count } from '../../../ui/figures.ts'
import type { Links } from '../links.ts'

/** Row numbers as links. */
export function RowLinks({ rows, links }: { readonly rows: readonly number[]; readonly links: Links }) {
  return (
    <ul class="row-links numeric">
      {rows.map((row) => (
        <li key={row}>
          <a href={links.row(row)} aria-label={`Row ${count(row + 1)}`}>
            {count(row + 1)}
          </a>
        </li>
      ))}
    </ul>
  )
}
