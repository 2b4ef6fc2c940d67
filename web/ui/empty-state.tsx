import type { IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = {
  readonly icon: IconNode
  readonly title: string
  readonly text: string
  readonly children?: ComponentChildren
}

/** A place with nothing in it: what it is for, and the way to fill it. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div class="empty">
      <div class="empty-icon">
        <Icon icon={icon} size={28} />
      </div>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div class="empty-action">{children}</div>}
    </div>
  )
}
