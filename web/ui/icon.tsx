import type { IconNode } from 'lucide'
import { h } from 'preact'

type Props = { readonly icon: IconNode; readonly size?: number; readonly label?: string }

/** A Lucide icon. Hidden from assistive technology unless it has a label. */
export function Icon({ icon, size = 16, label }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size > 20 ? 1.5 : 1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' as const })}
    >
      {icon.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  )
}
