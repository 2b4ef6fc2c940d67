import { MessageSquareText } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { matching, type PaletteCommand } from './model.ts'
import './palette.css'

type Props = {
  readonly commands: readonly PaletteCommand[]
  /** Asks the typed question of all data; null without data. */
  readonly onAsk: ((question: string) => void) | null
  readonly onClose: () => void
}

const asking = (question: string, onAsk: Props['onAsk']): readonly PaletteCommand[] =>
  onAsk === null || question.trim() === ''
    ? []
    : [
        {
          id: 'ask',
          text: `Ask “${question.trim()}”`,
          note: 'Your data',
          icon: MessageSquareText,
          run: () => onAsk(question),
        },
      ]

function Options({
  shown,
  at,
  onRun,
}: {
  readonly shown: readonly PaletteCommand[]
  readonly at: number
  readonly onRun: (command: PaletteCommand) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at])
  if (shown.length === 0) return <p class="small muted">Nothing is called so.</p>
  return (
    <ul class="palette-list" role="listbox" id="palette-list" aria-label="Results" ref={list}>
      {shown.map((command, index) => (
        <li
          key={command.id}
          id={`palette-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onRun(command)}
        >
          <Icon icon={command.icon} />
          <span class="clip grow">{command.text}</span>
          <span class="small muted">{command.note}</span>
        </li>
      ))}
    </ul>
  )
}

/** Opens anything by name: arrows choose, Enter opens, Escape closes. */
export function Palette({ commands, onAsk, onClose }: Props) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const shown = [...matching(commands, text), ...asking(text, onAsk)]
  const run = (command: PaletteCommand | undefined): void => {
    if (!command) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && shown.length > 0) setAt((at + step + shown.length) % shown.length)
    else if (event.key === 'Enter') run(shown[at])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title="Go to" onClose={onClose}>
      <div class="palette">
        <input
          class="input"
          role="combobox"
          aria-label="Dataset, dashboard, screen or question"
          placeholder="Dataset, dashboard, screen or question"
          aria-expanded={shown.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={shown.length > 0 ? `palette-${at}` : undefined}
          autocomplete="off"
          maxLength={500}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Options shown={shown} at={at} onRun={run} />
      </div>
    </Dialog>
  )
}
