import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { followButton, whenOutOfSight } from './beside.ts'
import './popover.css'

type Props = {
  readonly label: string
  /** The button that opened it; the popover stays beside it. */
  readonly button: RefObject<HTMLElement | null>
  /** `focus`: return the focus to the button. */
  readonly onClose: (focus: boolean) => void
  readonly children: ComponentChildren
}

const usable = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), a[href]'

/** Settings beside their button, in the top layer; Escape or an outside click closes them. */
export function Popover({ label, button, onClose, children }: Props) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [shown, opener] = [panel.current, button.current]
    if (!shown || !opener) return
    shown.showPopover()
    const ends = [followButton(opener, shown, 'left'), whenOutOfSight(opener, () => onClose(false))]
    shown.querySelector<HTMLElement>(usable)?.focus({ preventScroll: true })
    const outside = (event: Event): void => {
      const target = event.target as Node
      if (!shown.contains(target) && !opener.contains(target) && !shown.querySelector('dialog')) onClose(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      for (const end of ends) end()
    }
  }, [])
  return (
    <div
      class="popover"
      role="dialog"
      aria-label={label}
      popover="manual"
      ref={panel}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose(true)
      }}
    >
      {children}
    </div>
  )
}
