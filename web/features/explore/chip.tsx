import { ArrowDown, ArrowUp, ChevronDown, X } from 'lucide'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Place } from '#core/explore/edits.ts'
import type { Sort } from '#core/query/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import type { Screen } from './screen.ts'

type Props = {
  readonly place: Place
  readonly screen: Screen
  readonly text: string
  readonly sort: Sort['direction'] | null
  /** True for the shelf's chip in the tab order. */
  readonly isStop: boolean
  /** Its settings. */
  readonly children: (close: () => void) => ComponentChildren
}

/** Focuses the chip after a move. */
function useWantedFocus(screen: Screen, { shelf, at }: Place, button: RefObject<HTMLElement | null>): void {
  const wanted = screen.focus.value
  const takesFocus = wanted?.shelf === shelf && wanted.at === at
  useEffect(() => {
    if (!takesFocus) return
    screen.focus.value = null
    button.current?.focus()
  }, [takesFocus])
}

const ways = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const

function focusNeighbour(chip: HTMLElement, step: number): void {
  const chips = [...(chip.closest('[data-shelf]')?.querySelectorAll<HTMLElement>('.shelf-chip-open') ?? [])]
  chips[chips.indexOf(chip) + step]?.focus()
}

/** A chip: drag, move with Shift and arrows, open with Enter, remove with Delete. */
export function Chip({ place, screen, text, sort, isStop, children }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useWantedFocus(screen, place, button)
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = ways[event.key as keyof typeof ways]
    if (event.key === 'Delete' || event.key === 'Backspace') screen.remove(place)
    else if (way && (event.shiftKey || event.altKey)) screen.shift(place, way)
    else if (way === 'left' || way === 'right')
      focusNeighbour(event.currentTarget as HTMLElement, way === 'left' ? -1 : 1)
    else return
    event.preventDefault()
  }
  const close = (focus = true): void => {
    setOpen(false)
    if (focus) button.current?.focus()
  }
  return (
    <li
      class="shelf-chip"
      data-chip={`${place.shelf}-${place.at}`}
      data-kind={place.shelf === 'values' ? 'value' : 'group'}
    >
      <button
        type="button"
        class="shelf-chip-open"
        ref={button}
        tabIndex={isStop ? 0 : -1}
        title={text}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-describedby="chip-help"
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => screen.drag.start(event, { label: text, from: place })}
      >
        <span class="clip">{text}</span>
        {sort && <Icon icon={sort === 'ascending' ? ArrowUp : ArrowDown} size={13} label={`sorted, ${sort}`} />}
        <Icon icon={ChevronDown} size={13} />
      </button>
      <button
        type="button"
        class="shelf-chip-remove"
        tabIndex={-1}
        aria-label={`Remove ${text}`}
        onClick={() => screen.remove(place)}
      >
        <Icon icon={X} size={13} />
      </button>
      {open && (
        <Popover label={text} button={button} onClose={close}>
          {children(close)}
        </Popover>
      )}
    </li>
  )
}
