import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { complete, type Completions } from '#core/semantic/formula/complete.ts'
import type { Scope } from '#core/semantic/formula/scope.ts'
import type { ModelProblem } from '#core/semantic/model/checks/check.ts'
import { FieldNote } from './inputs.tsx'

type Props = {
  readonly label: string
  readonly formula: string
  readonly scope: Scope
  readonly placeholder: string
  readonly problems: readonly ModelProblem[]
  readonly onFormula: (formula: string) => void
}

/** A copy of the text behind the box, with problems underlined. */
function Mirror({ formula, problems }: Pick<Props, 'formula' | 'problems'>) {
  const span = problems[0]?.span
  if (!span) return <pre class="formula-mirror" aria-hidden="true">{`${formula} `}</pre>
  const to = Math.max(span.to, span.from + 1)
  const wrong = formula.slice(span.from, to)
  return (
    <pre class="formula-mirror" aria-hidden="true">
      {formula.slice(0, span.from)}
      <mark>{wrong === '' ? ' ' : wrong}</mark>
      {`${formula.slice(to)} `}
    </pre>
  )
}

function Suggestions({
  id,
  found,
  active,
  onTake,
}: {
  readonly id: string
  readonly found: Completions
  readonly active: number
  readonly onTake: (at: number) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])
  return (
    <ul id={id} class="formula-list" role="listbox" aria-label="What may come next" ref={list}>
      {found.items.map((item, at) => (
        <li
          key={`${item.kind} ${item.label}`}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(at)
          }}
        >
          <span>{item.label}</span>
          <span class="small faint clip">{item.detail}</span>
        </li>
      ))}
    </ul>
  )
}

type Offered = ReturnType<typeof useCompletions>

/** Completions at the cursor; shown after typing, or on Ctrl+Space. */
function useCompletions({ formula, scope, onFormula }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [found, setFound] = useState<Completions | null>(null)
  const [active, setActive] = useState(0)
  const look = (text: string, at: number): void => {
    const next = complete(text, at, scope)
    setFound(next)
    setActive(0)
  }
  const take = (at: number): void => {
    const item = found?.items[at]
    if (!found || !item) return
    const text = formula.slice(0, found.from) + item.insert + formula.slice(found.to)
    const cursor = found.from + item.insert.length - (item.insert.endsWith('()') ? 1 : 0)
    onFormula(text)
    setFound(null)
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(cursor, cursor)
    })
  }
  const close = (): void => setFound(null)
  return { box, found, active, setActive, look, take, close }
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Keyboard control of the completion list; Ctrl+Space opens it. */
function onKey(
  event: KeyboardEvent,
  formula: string,
  { box, found, active, setActive, look, take, close }: Offered,
): void {
  const items = found?.items ?? []
  const step = steps[event.key]
  const isTaking = event.key === 'Enter' || event.key === 'Tab'
  if (event.key === ' ' && event.ctrlKey) look(formula, box.current?.selectionStart ?? formula.length)
  else if (items.length === 0) return
  else if (step !== undefined) setActive((active + step + items.length) % items.length)
  else if (isTaking) take(active)
  else if (event.key === 'Escape') close()
  else return
  event.preventDefault()
}

/** A formula input with completion and inline problems. */
export function FormulaBox(props: Props) {
  const { label, formula, placeholder, problems, onFormula } = props
  const id = useId()
  const offered = useCompletions(props)
  const { box, found, active, look, take, close } = offered
  const items = found?.items ?? []
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="formula">
        <Mirror formula={formula} problems={problems} />
        <textarea
          id={id}
          ref={box}
          class="input"
          rows={3}
          value={formula}
          placeholder={placeholder}
          spellcheck={false}
          autocapitalize="none"
          aria-haspopup="listbox"
          aria-controls={items.length > 0 ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? `${id}-list-${active}` : undefined}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-note`}
          onInput={({ currentTarget }) => {
            onFormula(currentTarget.value)
            look(currentTarget.value, currentTarget.selectionStart)
          }}
          onKeyDown={(event) => onKey(event, formula, offered)}
          onBlur={close}
        />
        {items.length > 0 && found && <Suggestions id={`${id}-list`} found={found} active={active} onTake={take} />}
      </div>
      {found?.signature && (
        <p class="field-help">
          <code>{found.signature.signature}</code> {found.signature.help}
        </p>
      )}
      <FieldNote
        id={`${id}-note`}
        problems={problems}
        help="Columns and measures stand in brackets: [Sales]. Type [ to choose one, or Ctrl + space for everything."
      />
    </div>
  )
}
