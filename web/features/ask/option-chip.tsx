import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Popover } from '../../ui/popover.tsx'
import { type Listed, OptionList } from './option-list.tsx'

type Props<Each> = {
  /** Names the list. */
  readonly label: string
  readonly title?: string
  readonly class?: string
  readonly tone?: string | undefined
  /** Made when the list opens. */
  readonly options: () => readonly Each[]
  readonly typed?: (text: string) => Each | null
  readonly onChoose: (option: Each) => void
  readonly onRemove?: () => void
  readonly children: ComponentChildren
}

const nothingTyped = (): null => null

/** A chip that opens a list to choose from; Delete takes it away. */
export function OptionChip<Each extends Listed>(props: Props<Each>) {
  const { label, title, tone, options, typed = nothingTyped, onChoose, onRemove, children } = props
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = (focus: boolean): void => {
    setOpen(false)
    if (focus) button.current?.focus()
  }
  return (
    <>
      <button
        type="button"
        class={`chip ${props.class ?? ''}`}
        ref={button}
        title={title}
        data-tone={tone}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') onRemove?.()
        }}
      >
        {children}
      </button>
      {isOpen && (
        <Popover label={label} button={button} onClose={close}>
          <OptionList
            label={label}
            options={options()}
            typed={typed}
            onChoose={(option) => {
              close(true)
              onChoose(option)
            }}
          />
        </Popover>
      )}
    </>
  )
}
