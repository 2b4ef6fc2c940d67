import { signal } from '@preact/signals'

export type Toast = {
  readonly id: number
  readonly text: string
  readonly action: ToastAction | null
}
type ToastAction = {
  readonly text: string
  readonly run: () => void
  /** For those at the keyboard, whom the way to it would take too long. */
  readonly takesFocus?: boolean
}

/** How long there is to act on a message. */
const shownFor = 6000
let last = 0

/** The short messages on show. */
export const toasts = signal<readonly Toast[]>([])

/** Takes a message away. */
export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Says something in passing, with one thing to do about it. Gone by itself after six seconds. */
export function showToast(text: string, action: ToastAction | null = null): number {
  last += 1
  const id = last
  toasts.value = [...toasts.value.slice(-2), { id, text, action }]
  setTimeout(() => dismissToast(id), shownFor)
  return id
}
