import { X } from 'lucide'
import { Button } from './button.tsx'
import { dismissToast, toasts } from './toast-model.ts'

/** Where messages in passing appear; read out politely. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, text, action }) => (
        <div class="toast" key={id}>
          <span class="grow">{text}</span>
          {action && (
            <Button
              class="toast-action"
              size="small"
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
      ))}
    </div>
  )
}
