import { useId } from 'preact/hooks'
import type { Figure, FigureGroup } from './figure.ts'

/** Escape closes an explanation. */
function onKeyDown({ key, currentTarget }: KeyboardEvent): void {
  if (key === 'Escape' && currentTarget instanceof HTMLElement) currentTarget.blur()
}

function FigureItem({ figure: { name, value, meaning, says } }: { readonly figure: Figure }) {
  const id = useId()
  return (
    <div class="figure">
      <dt>
        <button type="button" class="figure-name" aria-describedby={id} onKeyDown={onKeyDown}>
          {name}
        </button>
        <span id={id} role="tooltip" class="figure-meaning">
          {meaning}
        </span>
      </dt>
      <dd>
        <span class="figure-value numeric">{value}</span>
        {says && <span class="figure-says">{says}</span>}
      </dd>
    </div>
  )
}

/** Figures with names; hover or focus shows explanations. */
export function FigureList({ groups }: { readonly groups: readonly FigureGroup[] }) {
  return (
    <section class="card column-part" aria-labelledby="figures-title">
      <h3 id="figures-title">Figures</h3>
      <p class="small muted">Point at a name, tap it or move to it with the Tab key to read what it means.</p>
      {groups.map(({ title, figures }) => (
        <div key={title} class="figure-group">
          <h4>{title}</h4>
          <dl class="figures">
            {figures.map((figure) => (
              <FigureItem key={figure.name} figure={figure} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}
