import { CornerDownLeft, MessageSquareText } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AskField } from './ask-field.tsx'
import type { Completing } from './use-completions.ts'
import './ask-box.css'

type Props = {
  /** Name of the dataset asked. */
  readonly about: string
  readonly onAsk: (question: string) => void
  /** Suggested questions; null while loading. */
  readonly suggestions: readonly string[] | null
  /** Expected number of suggestions, to reserve their space. */
  readonly expected?: number
  readonly focusAtOnce?: boolean
  /** Completes the question while it is typed; missing where no dataset is known. */
  readonly completing?: Completing | undefined
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Focuses the box on `/`. */
function useSlash(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function Suggestions({ suggestions, expected = 4, onAsk }: Pick<Props, 'suggestions' | 'expected' | 'onAsk'>) {
  if (suggestions === null)
    return (
      <div class="ask-suggestions" aria-hidden="true">
        {Array.from({ length: expected }, (_, index) => (
          <Skeleton key={index} width={index % 2 === 0 ? 220 : 200} height={28} />
        ))}
      </div>
    )
  if (suggestions.length === 0) return null
  return (
    <ul class="ask-suggestions" aria-label="Questions to try">
      {suggestions.map((question) => (
        <li key={question}>
          <button type="button" class="chip" onClick={() => onAsk(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The input for questions. */
export function AskBox({ about, onAsk, suggestions, expected = 4, focusAtOnce = false, completing }: Props) {
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useSlash(() => {
    input.current?.focus()
    input.current?.scrollIntoView({ block: 'center' })
  })
  useEffect(() => {
    if (focusAtOnce) input.current?.focus()
  }, [])
  const ask = (question: string): void => {
    if (question.trim() === '') return input.current?.focus()
    onAsk(question)
    setText('')
  }
  return (
    <div class="ask">
      <form
        class="ask-box"
        role="search"
        aria-label="Questions"
        onSubmit={(event) => {
          event.preventDefault()
          ask(text)
        }}
      >
        <Icon icon={MessageSquareText} size={18} />
        <AskField about={about} completing={completing} onAsk={ask} text={text} setText={setText} input={input} />
        <kbd class="ask-key" aria-hidden="true">
          /
        </kbd>
        <Button
          type="submit"
          kind={text.trim() === '' ? 'quiet' : 'primary'}
          size="small"
          icon={CornerDownLeft}
          label="Ask"
        />
      </form>
      <Suggestions suggestions={suggestions} expected={expected} onAsk={ask} />
    </div>
  )
}
