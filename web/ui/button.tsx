import type { IconNode } from 'lucide'
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact'
import { Icon } from './icon.tsx'

type Props = Omit<ButtonHTMLAttributes, 'size' | 'icon' | 'label'> & {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  readonly icon?: IconNode
  /** Names a button that shows only an icon. */
  readonly label?: string
  readonly children?: ComponentChildren
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** Something to press. `primary` is the one thing a screen is for. */
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
