import type { IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = {
  readonly icon: IconNode
  readonly title: string
  readonly text: string
  /** True where it is all that the page shows. */
  readonly isPage?: boolean
  readonly children?: ComponentChildren
}

/** A place with nothing in it: what it is for, and the way to fill it. */
export function EmptyState({ icon, title, text, isPage = false, children }: Props) {
  return (
    <div class="empty">
      <div class="empty-icon">
        <Icon icon={icon} size={28} />
      </div>
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{text}</p>
      {children && <div class="empty-action">{children}</div>}
    </div>
  )
}
