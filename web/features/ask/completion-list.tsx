import { CalendarDays, Clock, MessageSquareText, Quote, Sigma, Tag, Type } from 'lucide'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Preview, Suggestion } from '#core/ask/complete/completion.ts'
import { Icon } from '../../ui/icon.tsx'
import { chipKinds } from './chip-words.ts'
import './completion-list.css'

type Props = {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  readonly preview: Preview | null
  readonly marked: number
  readonly onMark: (index: number) => void
  readonly onTake: (suggestion: Suggestion) => void
}

const icons = {
  figure: Sigma,
  group: Tag,
  time: CalendarDays,
  value: Quote,
  phrase: Type,
  question: MessageSquareText,
} as const satisfies Record<Suggestion['kind'], unknown>

/** How the question is read so far, in one line that is always there. */
function Reading({ preview }: { readonly preview: Preview | null }) {
  const { chips = [], unknown = [], isSure = false } = preview ?? {}
  return (
    <div class="completion-reading" data-sure={isSure ? '' : undefined}>
      <span class="completion-lead">{chips.length === 0 ? 'Go on typing …' : isSure ? 'Reads as' : 'So far'}</span>
      <span class="completion-chips">
        {chips
          .filter(({ kind }) => kind !== 'chart')
          .map(({ piece, kind, text }) => (
            <span class="completion-chip" key={piece}>
              <span class="faint">{chipKinds[kind]}</span> {text}
            </span>
          ))}
        {unknown.slice(0, 2).map((word) => (
          <span class="completion-chip" data-tone="unknown" key={word}>
            “{word}” means nothing here yet
          </span>
        ))}
      </span>
    </div>
  )
}

const smallest = 132

/** Pixels from the top of the list to the end of what is visible: the keyboard of a phone covers the rest. */
function useRoom() {
  const list = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<number | null>(null)
  useLayoutEffect(() => {
    const view = window.visualViewport
    if (!view) return undefined
    const measure = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      setRoom(Math.max(smallest, view.height + view.offsetTop - top - 8))
    }
    measure()
    view.addEventListener('resize', measure)
    view.addEventListener('scroll', measure)
    window.addEventListener('scroll', measure, { passive: true })
    return () => {
      view.removeEventListener('resize', measure)
      view.removeEventListener('scroll', measure)
      window.removeEventListener('scroll', measure)
    }
  }, [])
  return { list, room }
}

/** What may come next in the question, below its field. The field keeps the focus and says which option is marked. */
export function CompletionList({ id, suggestions, preview, marked, onMark, onTake }: Props) {
  const { list, room } = useRoom()
  useEffect(() => {
    document.getElementById(`${id}-${marked}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, marked])
  return (
    <div class="completion" ref={list} style={room === null ? {} : { maxHeight: `${room}px` }}>
      <Reading preview={preview} />
      <ul class="completion-rows" role="listbox" id={id} aria-label="What may come next">
        {suggestions.map((suggestion, index) => (
          <li
            key={`${suggestion.kind} ${suggestion.question}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === marked}
            class="completion-row"
            data-kind={suggestion.kind}
            // The field keeps the focus, and a phone its keyboard.
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={(event) => event.pointerType === 'mouse' && onMark(index)}
            onClick={() => onTake(suggestion)}
          >
            <Icon icon={suggestion.about === 'Asked before' ? Clock : icons[suggestion.kind]} size={15} />
            <span class="completion-text">{suggestion.text}</span>
            <span class="completion-about">{suggestion.about}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
