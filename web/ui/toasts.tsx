import { X } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from './button.tsx'
import { dismissToast, type Toast, toasts } from './toast-model.ts'

/** Lends the focus to a message's action while it is on show, and gives it back. */
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

/** Where messages in passing appear; read out politely. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <ToastRow key={toast.id} {...toast} />
      ))}
    </div>
  )
}
