import { useState } from 'preact/hooks'
import type { Profile } from '#core/profile/profile.ts'
import { count } from '../../../ui/figures.ts'
import type { LabelOf } from '../glance/glance-words.ts'
import { pairGrid, type Together, waysOf } from './pair-grid.ts'

/** Share of the hue at a correlation of 1; figures stay readable in both themes. */
const strongest = 40
const strong = 0.6

/** Colour of a correlation: one hue for positive, another for negative. */
function shade(r: number | null): string {
  if (r === null) return 'transparent'
  return `color-mix(in srgb, var(${r < 0 ? '--chart-2' : '--chart-1'}) ${Math.round(Math.abs(r) * strongest)}%, var(--surface-raised))`
}

function PairCell({ value, isSame }: { readonly value: number | null; readonly isSame: boolean }) {
  return (
    <td
      class="numeric"
      data-strong={Math.abs(value ?? 0) > strong ? '' : undefined}
      style={{ background: isSame ? 'var(--surface-sunken)' : shade(value) }}
    >
      {isSame ? '' : value === null ? '—' : value.toFixed(2).replace('-', '−')}
    </td>
  )
}

function PairTable({ way, labelOf }: { readonly way: Together; readonly labelOf: LabelOf }) {
  const { names, left, at } = pairGrid(way.pairs)
  return (
    <>
      <div class="correlation-scroll" tabIndex={0} role="group" aria-label="Table of what moves together">
        <table>
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th key={name} scope="col">
                  <span>{labelOf(name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((row) => (
              <tr key={row}>
                <th scope="row" class="clip">
                  {labelOf(row)}
                </th>
                {names.map((column) => (
                  <PairCell key={column} value={at(row, column)} isSame={row === column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <p class="small muted">{`The ${count(names.length)} columns that go together most; ${count(left)} more are not shown.`}</p>
      )}
    </>
  )
}

/** Association of columns, by one measure at a time. */
export function TogetherCard({ profile, labelOf }: { readonly profile: Profile; readonly labelOf: LabelOf }) {
  const ways = waysOf(profile)
  const [chosen, setChosen] = useState<Together['id']>('pearson')
  const way = ways.find(({ id }) => id === chosen) ?? ways[0]
  if (!way) return null
  const sampled = profile.table?.sampledRows ?? profile.rows
  return (
    <section class="card correlations" aria-labelledby="together-title">
      <h2 id="together-title">What moves together</h2>
      {ways.length > 1 && (
        <div class="ways" role="group" aria-label="How it is measured">
          {ways.map(({ id, title }) => (
            <button key={id} type="button" class="chip" aria-pressed={id === way.id} onClick={() => setChosen(id)}>
              {title}
            </button>
          ))}
        </div>
      )}
      <p class="small muted">
        {way.meaning}
        {way.id !== 'pearson' && sampled < profile.rows && ` Measured on ${count(sampled)} of the rows.`}
      </p>
      <PairTable key={way.id} way={way} labelOf={labelOf} />
    </section>
  )
}
