import type { RefObject } from 'preact'
import { useId } from 'preact/hooks'
import type { Suggestion, Typed } from '#core/ask/complete/completion.ts'
import { CompletionList } from './completion-list.tsx'
import { type Completing, useCompletions } from './use-completions.ts'

type Props = {
  /** Name of the dataset asked. */
  readonly about: string
  readonly completing: Completing | undefined
  readonly text: string
  readonly setText: (text: string) => void
  readonly onAsk: (question: string) => void
  readonly input: RefObject<HTMLInputElement | null>
}

const typedIn = ({ value, selectionStart }: HTMLInputElement): Typed => ({
  text: value,
  caret: selectionStart ?? value.length,
})

/** Is a word being typed, that Tab would complete? After a space Tab moves on, as everywhere. */
const isWithinWord = ({ value, selectionStart }: HTMLInputElement, first: Suggestion | undefined): boolean =>
  selectionStart === value.length && /[\p{L}\p{N}]$/u.test(value) && first?.question.trim() !== value.trim()

/** What a key does to the open list; true: nothing else is done. */
type KeyAct = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => boolean

/** Asks or fills in what is chosen. */
function useTaking({ completing, setText, onAsk, input }: Props) {
  const offer = useCompletions(completing)
  const fill = ({ question, caret }: Suggestion): void => {
    setText(question)
    const field = input.current
    if (field) {
      field.value = question
      field.setSelectionRange(caret, caret)
    }
    offer.follow({ text: question, caret })
  }
  const take = (suggestion: Suggestion): void => {
    if (suggestion.kind !== 'question') return fill(suggestion)
    offer.close()
    onAsk(suggestion.question)
  }
  return { offer, fill, take }
}

/** The keys of an open list, by the combobox pattern of ARIA: arrows mark, Enter and Tab take, Escape closes. */
function keysOf({ offer, fill, take }: ReturnType<typeof useTaking>): Readonly<Record<string, KeyAct>> {
  const marked = offer.suggestions[offer.marked]
  const step = (by: number): true => {
    offer.step(by)
    return true
  }
  return {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape(event) {
      event.stopPropagation()
      offer.close()
      return true
    },
    Tab({ shiftKey, currentTarget }) {
      if (shiftKey) return false
      const first = offer.isCurrent() ? offer.suggestions[0] : undefined
      const isOffered = first !== undefined || !offer.isCurrent()
      if (marked) fill(marked)
      else if (isOffered && isWithinWord(currentTarget, first)) offer.withFirst((found) => found && fill(found))
      else return false
      return true
    },
    Enter() {
      if (marked) take(marked)
      else offer.close()
      return marked !== undefined
    },
  }
}

/** The field of a question, with what may come next below it. */
export function AskField(props: Props) {
  const { about, text, setText, input } = props
  const id = useId()
  const taking = useTaking(props)
  const { offer, take } = taking
  const { isOpen, marked } = offer
  const onKey: KeyAct = (event) => {
    if (event.isComposing) return false
    if (isOpen) return keysOf(taking)[event.key]?.(event) ?? false
    if (event.key === 'ArrowDown') offer.follow(typedIn(event.currentTarget))
    // What is still being found out is not shown once the question is asked.
    if (event.key === 'Enter') offer.close()
    return false
  }
  return (
    <>
      <input
        ref={input}
        class="ask-input"
        value={text}
        maxLength={500}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="go"
        role="combobox"
        aria-label={`Ask about ${about}`}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen && marked >= 0 ? `${id}-${marked}` : undefined}
        placeholder={`Ask about ${about} …`}
        onFocus={offer.begin}
        onBlur={offer.close}
        onKeyDown={(event) => onKey(event) && event.preventDefault()}
        onInput={(event) => {
          setText(event.currentTarget.value)
          offer.follow(typedIn(event.currentTarget))
        }}
      />
      {isOpen && (
        <CompletionList
          id={id}
          suggestions={offer.suggestions}
          preview={offer.preview}
          marked={marked}
          onMark={offer.mark}
          onTake={take}
        />
      )}
    </>
  )
}
