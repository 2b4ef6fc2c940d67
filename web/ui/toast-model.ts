import { signal } from '@preact/signals'

export type Toast = {
  readonly id: number
  readonly text: string
  readonly action: ToastAction | null
}
type ToastAction = {
  readonly text: string
  readonly run: () => void
  /** Moves the focus to the action, for keyboard users. */
  readonly takesFocus?: boolean
}

/** Milliseconds a toast is shown. */
const shownFor = 6000
let last = 0

/** The visible toasts. */
export const toasts = signal<readonly Toast[]>([])

/** Removes a toast. */
export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Shows a toast with an optional action for six seconds. */
export function showToast(text: string, action: ToastAction | null = null): number {
  last += 1
  const id = last
  toasts.value = [...toasts.value.slice(-2), { id, text, action }]
  setTimeout(() => dismissToast(id), shownFor)
  return id
}
