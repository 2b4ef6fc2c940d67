import { useId } from 'preact/hooks'
import type { ShareRule, Sharing } from '../../api.ts'

const open = 'open'
const sizes = [5, 10, 20, 50, 100]

const valueOf = ({ isOpen, least }: ShareRule): string => (isOpen ? open : String(least))
const ruleOf = (value: string): ShareRule =>
  value === open ? { isOpen: true, least: 5 } : { isOpen: false, least: Number(value) }

type Props = {
  readonly rule: ShareRule
  readonly sharing: Sharing
  readonly label: string
  readonly isLabelShown?: boolean
  readonly onRule: (rule: ShareRule) => void
}

/** Chooses a link's rule for small groups. */
export function ShareRuleInput({ rule, sharing, label, isLabelShown = false, onRule }: Props) {
  const id = useId()
  const least = [...new Set([...sizes, rule.least])].sort((a, b) => a - b)
  const shown = sharing.persons === null ? rule : { ...rule, isOpen: false }
  return (
    <span class="share-rule">
      <label for={id} class={isLabelShown ? 'field-label' : 'visually-hidden'}>
        {label}
      </label>
      <select
        id={id}
        class="select"
        value={valueOf(shown)}
        onChange={({ currentTarget }) => onRule(ruleOf(currentTarget.value))}
      >
        {least.map((size) => (
          <option key={size} value={String(size)}>
            Groups of {size} rows or more
          </option>
        ))}
        {sharing.persons === null && <option value={open}>Every figure</option>}
      </select>
    </span>
  )
}

/** Explains the effect of the rule. */
export function ShareRuleNote({ rule, sharing }: Pick<Props, 'rule' | 'sharing'>) {
  const { persons, told } = sharing
  if (persons !== null)
    return (
      <p class="small muted">
        {persons} So smaller groups are withheld, however figures are combined, and personal columns are never shown.
      </p>
    )
  return (
    <p class="small muted">
      {rule.isOpen
        ? `Strangers read every figure. ${told}`
        : `Nothing personal was found. ${told} Choose “Every figure” if strangers may read that.`}
    </p>
  )
}
