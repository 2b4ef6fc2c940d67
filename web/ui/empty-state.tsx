import type { IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Props = {
  readonly icon: IconNode
  readonly title: string
  readonly text: string
  /** True if it is the page's only content. */
  readonly isPage?: boolean
  readonly children?: ComponentChildren
}

/** An empty place: its purpose, and the action that fills it. */
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
