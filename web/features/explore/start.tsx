import { Compass } from 'lucide'
import { startsOf } from '#core/explore/starts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Screen } from './screen.ts'

/** An empty exploration: instructions and example questions. */
export function Start({ screen }: { readonly screen: Screen }) {
  const { explore, model } = screen
  const { timeZone, weekStart, fiscalYearStart } = explore.asked.value
  return (
    <EmptyState
      icon={Compass}
      title={`What do you want to know about ${model.name}?`}
      text="Drag a field to a shelf, or press it. The result comes at once, and every step can be undone. Or begin with one of these:"
    >
      {startsOf(model).map(({ title, exploration }) => (
        <button
          key={title}
          type="button"
          class="chip"
          onClick={() => explore.change({ ...exploration, timeZone, weekStart, fiscalYearStart }, title)}
        >
          {title}
        </button>
      ))}
    </EmptyState>
  )
}
