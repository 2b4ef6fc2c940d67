import { useRef, useState } from 'preact/hooks'
/** What the list shows of an option; one without a piece takes something away. */
export type Listed = { readonly group: string; readonly text: string; readonly piece?: unknown }

type Props<Each extends Listed> = {
  readonly label: string
  readonly options: readonly Each[]
  /** What was typed, as an option; null where it is none. */
  readonly typed: (text: string) => Each | null
  readonly onChoose: (option: Each) => void
}

/** More options than these are found by typing. */
const fewOptions = 7

/** More than these are not drawn at once. */
const mostShown = 150

/** Those whose words hold what was typed, and that itself where it makes sense. */
function matching<Each extends Listed>(
  { options, typed }: Pick<Props<Each>, 'options' | 'typed'>,
  text: string,
): readonly Each[] {
  const sought = text.trim().toLowerCase()
  const found = options.filter((each) => each.text.toLowerCase().includes(sought))
  const own = typed(text)
  return (own && !found.some((each) => each.text === own.text) ? [own, ...found] : found).slice(0, mostShown)
}

/** In order of their groups, so that a group is named once. */
function byGroup<Each extends Listed>(options: readonly Each[]): readonly (readonly [string, readonly Each[]])[] {
  const groups = new Map<string, Each[]>()
  for (const each of options) groups.set(each.group, [...(groups.get(each.group) ?? []), each])
  return [...groups]
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Moves between the field and the options; Enter in the field takes the first. */
function onKey(list: HTMLElement, event: KeyboardEvent): void {
  const stops = [...list.querySelectorAll<HTMLElement>('input, button')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const step = steps[event.key]
  if (step !== undefined) {
    event.preventDefault()
    stops[(at + step + stops.length) % stops.length]?.focus()
  } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    event.preventDefault()
    list.querySelector('button')?.click()
  }
}

/** What may stand in the place of a chip, by group; typing narrows it, and may name a value that is not listed. */
export function OptionList<Each extends Listed>({ label, options, typed, onChoose }: Props<Each>) {
  const [text, setText] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = matching({ options, typed }, text)
  return (
    <div class="options" ref={list} onKeyDown={(event) => list.current && onKey(list.current, event)}>
      {options.length > fewOptions && (
        <input
          class="input"
          value={text}
          autocomplete="off"
          spellcheck={false}
          aria-label={label}
          placeholder="Type to find …"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div class="options-groups">
        {byGroup(found).map(([group, each]) => (
          <div key={group} role="group" aria-label={group === '' ? 'Remove' : group} class="options-group">
            {group !== '' && <p class="options-title">{group}</p>}
            {each.map((option) => (
              <button
                key={option.text}
                type="button"
                class="option"
                data-tone={option.piece === null ? 'danger' : undefined}
                onClick={() => onChoose(option)}
              >
                {option.text}
              </button>
            ))}
          </div>
        ))}
        {found.length === 0 && <p class="small muted">Nothing here is called that.</p>}
      </div>
    </div>
  )
}
