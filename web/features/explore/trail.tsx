import { ArrowLeft } from 'lucide'
import { backTo, trailOf } from '#core/explore/trail.ts'
import { Button } from '../../ui/button.tsx'
import type { Screen } from './screen.ts'

/** The drill-downs that led here, each of which leads back; the address holds them. */
export function Trail({ screen: { explore } }: { readonly screen: Screen }) {
  const asked = explore.asked.value
  const trail = trailOf(asked)
  if (trail.length === 0) return null
  const names = ['All', ...trail.map(({ text }) => text)]
  const back = (step: number): void =>
    void explore.change(backTo(asked, step), `Back to ${names[step] ?? 'the start'}.`)
  return (
    <nav class="explore-trail" aria-label="Looked closer at">
      <Button kind="quiet" size="small" icon={ArrowLeft} label="Back" onClick={() => back(trail.length - 1)} />
      <ol>
        {names.map((name, step) => (
          <li key={step}>
            {step === trail.length ? (
              <span aria-current="true">{name}</span>
            ) : (
              <button type="button" onClick={() => back(step)}>
                {name}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
