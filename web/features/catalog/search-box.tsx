import { Search } from 'lucide'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Hit } from '../../api.ts'
import type { Outcome } from '../../transport.ts'
import { Icon } from '../../ui/icon.tsx'
import './catalog.css'

const patience = 120

const placeWords = {
  name: () => '',
  tag: (met: string) => `tag ${met}`,
  column: (met: string) => `has ${met}`,
  description: () => 'in its description',
  meaning: (met: string) => (met === '' ? 'close in meaning' : `close to ${met}`),
} as const satisfies Record<Hit['place'], (met: string) => string>

/** Why a dataset matches. */
export const reasonOf = ({ place, met }: Hit): string => placeWords[place](met.slice(0, 3).join(', '))

/** Search hits for the typed text, debounced; ignores outdated responses. */
export function useSearch(text: string, search: (text: string) => Promise<Outcome<readonly Hit[]>>) {
  const [hits, setHits] = useState<readonly Hit[] | null>(null)
  useEffect(() => {
    if (text.trim() === '') return setHits(null)
    let isCurrent = true
    const timer = setTimeout(() => {
      void search(text.trim()).then((found) => isCurrent && setHits(found.ok ? found.value : []))
    }, patience)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text])
  return hits
}

type Props = {
  readonly search: (text: string) => Promise<Outcome<readonly Hit[]>>
  readonly onOpen: (dataset: string) => void
}

function Hits({
  hits,
  at,
  id,
  onOpen,
}: {
  readonly hits: readonly Hit[]
  readonly at: number
  readonly id: string
  readonly onOpen: (hit: Hit) => void
}) {
  if (hits.length === 0)
    return (
      <p class="search-none small muted" role="status">
        Nothing was found. Search by a name, a column or a tag.
      </p>
    )
  return (
    <ul class="search-hits" role="listbox" id={id} aria-label="Datasets found">
      {hits.map((hit, index) => (
        <li
          key={hit.dataset}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(hit)}
        >
          <span class="clip">{hit.name}</span>
          <span class="small muted clip">{reasonOf(hit)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Searches datasets while typing; arrows choose, Enter opens, Escape clears. */
export function SearchBox({ search, onOpen }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const hits = useSearch(text, search)
  useEffect(() => setAt(0), [hits])
  const open = (hit: Hit | undefined): void => {
    if (!hit) return
    setText('')
    input.current?.blur()
    onOpen(hit.dataset)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = hits?.length ?? 0
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && count > 0) setAt((at + step + count) % count)
    else if (event.key === 'Enter') open(hits?.[at])
    else if (event.key === 'Escape' && text !== '') setText('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="search" role="search" aria-label="Datasets">
      <Icon icon={Search} size={15} />
      <input
        ref={input}
        class="input"
        data-size="small"
        type="search"
        role="combobox"
        list={undefined}
        placeholder="Search data"
        aria-label="Search datasets"
        aria-expanded={hits !== null}
        aria-controls={id}
        aria-activedescendant={hits && hits.length > 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        maxLength={200}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {hits && text !== '' && (
        <div class="search-panel card">
          <Hits hits={hits} at={at} id={id} onOpen={open} />
        </div>
      )}
    </div>
  )
}
