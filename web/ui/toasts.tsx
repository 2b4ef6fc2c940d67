import { X } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from './button.tsx'
import { dismissToast, type Toast, toasts } from './toast-model.ts'

/** Moves the focus to a toast's action while it is shown, and returns it. */
function useLentFocus(wanted: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const [own, before] = [button.current, document.activeElement]
    if (!wanted || !own) return
    own.focus()
    const giveBack = (): void => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
    return () => void requestAnimationFrame(giveBack)
  }, [])
  return button
}

function ToastRow({ id, text, action }: Toast) {
  const button = useLentFocus(action?.takesFocus ?? false)
  return (
    <div class="toast">
      <span class="grow">{text}</span>
      {action && (
        <Button
          class="toast-action"
          size="small"
          buttonRef={button}
          onClick={() => {
            dismissToast(id)
            action.run()
          }}
        >
          {action.text}
        </Button>
      )}
      <Button size="small" icon={X} label="Dismiss" onClick={() => dismissToast(id)} />
    </div>
  )
}

/** Short messages, announced politely. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <ToastRow key={toast.id} {...toast} />
      ))}
    </div>
  )
}
