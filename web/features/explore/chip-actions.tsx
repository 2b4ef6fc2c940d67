import { ArrowDown, ArrowUp, Trash2 } from 'lucide'
import type { Place } from '#core/explore/edits.ts'
import { sortBy } from '#core/explore/edits.ts'
import type { Sort } from '#core/query/query.ts'
import { Button } from '../../ui/button.tsx'
import type { Screen } from './screen.ts'

type Props = {
  readonly screen: Screen
  readonly place: Place
  /** The result column. */
  readonly name: string
  readonly isNumber: boolean
  readonly onDone: () => void
}

/** Sort and remove. */
export function ChipActions({ screen, place, name, isNumber, onDone }: Props) {
  const { explore } = screen
  const asked = explore.asked.value
  const now = asked.sort.find(({ by }) => by === name)?.direction ?? null
  const sort = (direction: Sort['direction']): void => {
    const next = now === direction ? null : direction
    explore.change(sortBy(asked, name, next), next ? `Sorted by ${name}, ${next}.` : 'No longer sorted.')
  }
  return (
    <div class="chip-actions">
      <Button size="small" icon={ArrowDown} aria-pressed={now === 'descending'} onClick={() => sort('descending')}>
        {isNumber ? 'Largest first' : 'Last first'}
      </Button>
      <Button size="small" icon={ArrowUp} aria-pressed={now === 'ascending'} onClick={() => sort('ascending')}>
        {isNumber ? 'Smallest first' : 'First first'}
      </Button>
      <Button
        size="small"
        kind="danger"
        icon={Trash2}
        label="Remove"
        onClick={() => {
          onDone()
          screen.remove(place)
        }}
      />
    </div>
  )
}
