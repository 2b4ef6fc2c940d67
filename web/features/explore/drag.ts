import { signal } from '@preact/signals'
import type { Place } from '#core/explore/edits.ts'
import type { ShelfId } from '#core/explore/exploration.ts'
import type { Field } from '#core/explore/fields.ts'

/** The dragged item: a new field, or a chip on a shelf. */
export type Held = { readonly label: string } & ({ readonly field: Field } | { readonly from: Place })

/** The drop target: a place on a shelf, the filters, or removal. */
export type Target = { readonly shelf: ShelfId | 'filters'; readonly at: number } | { readonly shelf: 'away' }

export type Dragging = { readonly held: Held; readonly x: number; readonly y: number; readonly target: Target | null }

const slop = 5
/** Milliseconds of a long press, which distinguishes dragging from scrolling. */
const restFor = 260

/** The index among a shelf's chips at the pointer. */
function placeIn(shelf: Element, x: number, y: number): number {
  const chips = [...shelf.querySelectorAll('[data-chip]')]
  const before = chips.findIndex((chip) => {
    const { left, width, bottom } = chip.getBoundingClientRect()
    return y < bottom && x < left + width / 2
  })
  return before === -1 ? chips.length : before
}

function targetAt(x: number, y: number): Target | null {
  const under = document.elementFromPoint(x, y)
  const shelf = under?.closest('[data-shelf]')
  const id = shelf?.getAttribute('data-shelf')
  if (!shelf || !id) return null
  if (id === 'away') return { shelf: 'away' }
  if (id === 'filters') return { shelf: 'filters', at: 0 }
  return id === 'rows' || id === 'columns' || id === 'values' ? { shelf: id, at: placeIn(shelf, x, y) } : null
}

/** Drags a field or chip by mouse, pen or touch until release; Escape cancels. */
export function createDrag(onDrop: (held: Held, target: Target) => void) {
  const dragging = signal<Dragging | null>(null)

  function start(event: PointerEvent, held: Held): void {
    if (event.button !== 0) return
    const from = { x: event.clientX, y: event.clientY }
    const stop = new AbortController()
    const isFinger = event.pointerType === 'touch'
    let rested = !isFinger
    const timer = isFinger ? setTimeout(() => (rested = true), restFor) : 0
    const end = (): void => {
      clearTimeout(timer)
      stop.abort()
      dragging.value = null
    }
    const on = <Name extends keyof WindowEventMap>(
      name: Name,
      act: (event: WindowEventMap[Name]) => void,
      more: AddEventListenerOptions = {},
    ): void => window.addEventListener(name, act, { ...more, signal: stop.signal })
    on('pointermove', ({ clientX: x, clientY: y, pointerId }) => {
      if (pointerId !== event.pointerId) return
      const isFar = Math.hypot(x - from.x, y - from.y) >= slop
      if (!dragging.peek() && !isFar) return
      if (!rested) return end()
      dragging.value = { held, x, y, target: targetAt(x, y) }
    })
    on('touchmove', (moved) => rested && moved.cancelable && moved.preventDefault(), { passive: false })
    on('contextmenu', (opened) => opened.preventDefault())
    on('pointerup', () => {
      const { target = null } = dragging.peek() ?? {}
      if (dragging.peek()) swallowClick()
      end()
      if (target) onDrop(held, target)
    })
    on('pointercancel', end)
    on('keydown', ({ key }) => key === 'Escape' && end())
  }

  return { dragging, start }
}

/** Suppresses the click event after a drag. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50)
}
