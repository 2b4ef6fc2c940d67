import type { IconNode } from 'lucide'
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact'
import { Icon } from './icon.tsx'

type Props = Omit<ButtonHTMLAttributes, 'size' | 'icon' | 'label'> & {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  readonly icon?: IconNode
  /** Accessible name of an icon-only button. */
  readonly label?: string
  readonly children?: ComponentChildren
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** A button. `primary` marks the main action of a screen. */
export function Button({ kind = 'plain', size = 'medium', icon, label, children, buttonRef, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      {...(buttonRef ? { ref: buttonRef } : {})}
      class={`button ${typeof rest.class === 'string' ? rest.class : ''}`}
      data-kind={kind}
      data-size={size}
      data-icon-only={children === undefined ? '' : undefined}
      aria-label={label}
      title={label ?? rest.title}
    >
      {icon && <Icon icon={icon} size={size === 'small' ? 15 : 16} />}
      {children}
    </button>
  )
}
