import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './button.tsx'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ComponentChildren
}

const usable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea'

/** Initial focus: the first control. Touch devices skip text fields, whose focus opens the on-screen keyboard. */
function firstIn(dialog: HTMLElement): HTMLElement | null {
  const first = dialog.querySelector<HTMLElement>(`.dialog-body :is(${usable})`)
  return first instanceof HTMLInputElement && matchMedia('(hover: none)').matches ? null : first
}

/**
 * A native modal dialog, open while mounted. Escape, the cross and a click on the backdrop close it; the focus then
 * returns.
 */
export function Dialog({ title, onClose, wide = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    if (dialog) firstIn(dialog)?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus())
    }
  }, [])
  return (
    <dialog
      ref={element}
      class="dialog"
      data-wide={wide ? '' : undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => event.target === element.current && onClose()}
    >
      <div class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <Button kind="quiet" size="small" icon={X} label="Close" onClick={onClose} />
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  )
}
