import type { ComponentChildren } from 'preact'
import type { ShelfId } from '#core/explore/exploration.ts'
import type { Screen } from './screen.ts'

const hints: Record<ShelfId | 'filters', string> = {
  rows: 'What each row is',
  columns: 'What stands across, or colours',
  values: 'What is computed',
  filters: 'Which rows count',
}

type ShelfProps = {
  readonly id: ShelfId | 'filters'
  readonly label: string
  readonly screen: Screen
  readonly isEmpty: boolean
  readonly children: ComponentChildren
}

/** A shelf that accepts chips by drop or keyboard. */
export function Shelf({ id, label, screen, isEmpty, children }: ShelfProps) {
  const target = screen.drag.dragging.value?.target
  const isOver = target?.shelf === id
  return (
    <section class="shelf" data-shelf={id} data-over={isOver ? '' : undefined} aria-label={label}>
      <h3 class="shelf-label">{label}</h3>
      <div class="shelf-chips">
        {children}
        {isEmpty && <span class="shelf-hint">{hints[id]}</span>}
      </div>
    </section>
  )
}
