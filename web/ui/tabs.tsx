import { useEffect, useRef } from 'preact/hooks'

type Props<Id extends string> = {
  readonly label: string
  readonly tabs: readonly { readonly id: Id; readonly text: string }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/** Scrolls a tab to the middle of an overflowing row, so that its neighbours are visible. */
function bringIntoSight(list: HTMLElement, tab: HTMLElement): void {
  const [row, own] = [list.getBoundingClientRect(), tab.getBoundingClientRect()]
  list.scrollLeft += own.left + own.width / 2 - (row.left + row.width / 2)
}

/** Tabs by the ARIA pattern: arrow keys move, the panel has the id `panel-<id>`. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: Props<Id>) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`#tab-${selected}`)
    if (list.current && tab) bringIntoSight(list.current, tab)
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selected)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (step === 0 || !next) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, text }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          class="tab"
          aria-selected={id === selected}
          aria-controls={`panel-${id}`}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
