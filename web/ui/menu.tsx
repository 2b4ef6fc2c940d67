import type { IconNode } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type MenuItem = {
  readonly text: string
  readonly icon: IconNode
  readonly danger?: boolean
  readonly run: () => void
}

type Props = {
  readonly label: string
  readonly icon: IconNode
  readonly items: readonly MenuItem[]
  readonly size?: 'small' | 'medium'
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

/** A button that opens a short list of things to do. */
export function Menu({ label, icon, items, size = 'small' }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const outside = (event: Event) => !root.current?.contains(event.target as Node) && setOpen(false)
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const close = () => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return setOpen(false)
    else if (!list.current || !moveFocus(list.current, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <Button
        kind="quiet"
        size={size}
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div class="menu-list" role="menu" aria-label={label} ref={list}>
          {items.map((item) => (
            <button
              key={item.text}
              type="button"
              role="menuitem"
              class="menu-item"
              data-danger={item.danger ? '' : undefined}
              onClick={() => {
                close()
                item.run()
              }}
            >
              <Icon icon={item.icon} size={15} />
              {item.text}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
