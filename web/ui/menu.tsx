import type { IconNode } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { followButton, whenOutOfSight } from './beside.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type MenuItem = {
  readonly text: string
  readonly icon: IconNode
  readonly danger?: boolean
  /** Additional information about the choice. */
  readonly hint?: string
  readonly run: () => void
}

type Props = {
  readonly label: string
  readonly icon: IconNode
  readonly items: readonly MenuItem[]
  readonly size?: 'small' | 'medium'
  /** Overrides the button's place in the tab order. */
  readonly tabIndex?: number
}

function moveFocus(list: HTMLElement, key: string): boolean {
  const items = [...list.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }
  const target = targets[key]
  if (target === undefined) return false
  items[(target + items.length) % items.length]?.focus()
  return true
}

type ListProps = Pick<Props, 'label' | 'items'> & {
  readonly root: RefObject<HTMLElement | null>
  /** Called on choice or cancel; `focus`: return the focus to the button. */
  readonly onClose: (focus: boolean) => void
}

/** The open list, in the top layer, so nothing clips it; closes when its button leaves the viewport. */
function MenuList({ label, items, root, onClose }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [shown, button] = [list.current, root.current?.querySelector('button')]
    if (!shown || !button) return
    shown.showPopover()
    const ends = [followButton(button, shown, 'right'), whenOutOfSight(button, () => onClose(false))]
    shown.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
    const outside = (event: Event) => !root.current?.contains(event.target as Node) && onClose(false)
    document.addEventListener('pointerdown', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      for (const end of ends) end()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose(true)
    else if (event.key === 'Tab') return onClose(false)
    else if (!list.current || !moveFocus(list.current, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="menu-list" role="menu" aria-label={label} popover="manual" ref={list} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.text}
          type="button"
          role="menuitem"
          class="menu-item"
          {...(item.hint === undefined ? {} : { 'aria-label': item.text, 'aria-description': item.hint })}
          data-danger={item.danger ? '' : undefined}
          onClick={() => {
            onClose(true)
            item.run()
          }}
        >
          <Icon icon={item.icon} size={15} />
          <span>
            {item.text}
            {item.hint !== undefined && <span class="menu-hint">{item.hint}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}

/** A button that opens a menu. */
export function Menu({ label, icon, items, size = 'small', tabIndex }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const onClose = (focus: boolean) => {
    setOpen(false)
    if (focus) root.current?.querySelector('button')?.focus()
  }
  return (
    <div class="menu" ref={root}>
      <Button
        kind="quiet"
        size={size}
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(tabIndex === undefined ? {} : { tabIndex })}
        onClick={() => setOpen(!open)}
      />
      {open && <MenuList label={label} items={items} root={root} onClose={onClose} />}
    </div>
  )
}
