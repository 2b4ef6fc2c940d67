import { Pencil } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'

type Props = {
  readonly text: string
  /** What the title names, for the accessible name: `dataset`. */
  readonly what: string
  /** Returns true if the name was accepted; null where one may not rename it. */
  readonly onRename: ((text: string) => boolean | Promise<boolean>) | null
  /** Why the last name was refused. */
  readonly problem?: string | null
}

/** A page title that is edited in place: Enter or blur saves, Escape cancels. */
export function EditableTitle({ text, what, onRename, problem = null }: Props) {
  const [editing, setEditing] = useState(false)
  const closed = useRef(false)
  const byKey = useRef(false)
  /** After a rename by keyboard, the focus returns to the pencil button. */
  const takeFocus = (pencil: HTMLButtonElement | null): void => {
    if (!pencil || !byKey.current) return
    byKey.current = false
    pencil.focus()
  }
  if (!editing) {
    const edit = (): void => {
      closed.current = false
      setEditing(true)
    }
    return (
      <div class="title">
        <h1 class="clip">{text}</h1>
        {onRename && (
          <Button
            kind="quiet"
            size="small"
            icon={Pencil}
            label={`Rename this ${what}`}
            buttonRef={takeFocus}
            onClick={edit}
          />
        )}
      </div>
    )
  }
  const close = (): void => {
    closed.current = true
    setEditing(false)
  }
  const finish = async (typed: string): Promise<void> => {
    const name = typed.trim()
    if (!closed.current && (name === '' || name === text || (await onRename?.(name)))) close()
  }
  return (
    <div>
      <input
        class="input title-input"
        aria-label={`Name of the ${what}`}
        defaultValue={text}
        maxLength={120}
        ref={(input) => {
          if (input && document.activeElement !== input) input.select()
        }}
        onBlur={(event) => void finish(event.currentTarget.value)}
        onKeyDown={(event) => {
          byKey.current = event.key === 'Enter' || event.key === 'Escape'
          if (event.key === 'Enter') void finish(event.currentTarget.value)
          if (event.key === 'Escape') close()
        }}
      />
      {problem && <p class="field-error">{problem}</p>}
    </div>
  )
}
