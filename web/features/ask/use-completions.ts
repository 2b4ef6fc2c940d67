import { useRef, useState } from 'preact/hooks'
import type { Preview, Suggestion, Typed } from '#core/ask/complete/completion.ts'

type Found = { readonly suggestions: readonly Suggestion[]; readonly preview: Preview | null }

/** The port of completing. */
export type Completing = {
  /** Called once a question is about to be typed. */
  readonly begin: () => void
  /** Tells what may come next, several times as it is found out; the next call ends it. */
  readonly type: (typed: Typed, tell: (found: Found) => void) => void
}

const nothing: Found = { suggestions: [], preview: null }

/** Which suggestion is marked after a step through the list; -1 is none, where the typed text stands. */
const stepped = (at: number, step: number, count: number): number => ((at + 1 + step + count + 1) % (count + 1)) - 1

/** What is offered while a question is typed: the list, which of it is marked, and whether it is open. */
export function useCompletions(completing: Completing | undefined) {
  const [found, setFound] = useState<Found>(nothing)
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState(-1)
  const wanted = useRef(false)
  const typedText = useRef('')
  const listedText = useRef('')
  const waiting = useRef<((first: Suggestion | undefined) => void) | null>(null)
  const close = (): void => {
    wanted.current = false
    setOpen(false)
    setMarked(-1)
  }
  return {
    suggestions: found.suggestions,
    preview: found.preview,
    isOpen: isOpen && (found.suggestions.length > 0 || (found.preview?.chips.length ?? 0) > 0),
    marked,
    begin: () => completing?.begin(),
    close,
    /** Asks what may come next after the text was changed. */
    follow(typed: Typed): void {
      setMarked(-1)
      typedText.current = typed.text
      waiting.current = null
      if (typed.text.trim() === '') {
        setFound(nothing)
        return close()
      }
      if (!wanted.current) completing?.begin()
      wanted.current = true
      completing?.type(typed, (next) => {
        if (!wanted.current) return
        // The reading of the text before stays until the next one is known, so that nothing jumps.
        setFound((before) => ({ ...next, preview: next.preview ?? before.preview }))
        setOpen(true)
        listedText.current = typed.text
        waiting.current?.(next.suggestions[0])
        waiting.current = null
      })
    },
    /** Is the list of the text as it now stands, or still of an earlier one? */
    isCurrent: () => listedText.current === typedText.current,
    /** Does something with the first suggestion, once the list is of the text as it now stands. */
    withFirst(act: (first: Suggestion | undefined) => void): void {
      if (listedText.current === typedText.current) act(found.suggestions[0])
      else waiting.current = act
    },
    step: (by: number): void => setMarked(stepped(marked, by, found.suggestions.length)),
    mark: setMarked,
  }
}
