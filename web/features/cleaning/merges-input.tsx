import type { Merge } from '#core/clean/learning/clusters.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import type { InputProps } from './input-props.ts'

const shown = 50

const isMerge = (value: unknown): value is Merge => typeof value === 'object' && value !== null && 'to' in value

/** Edits merges: the spelling that wins, and groups to leave unchanged. */
export function MergesInput({ input, value, found, onValue }: InputProps) {
  const picked = Array.isArray(value) ? value.filter(isMerge) : null
  const merges = picked ?? found
  const pick = (at: number, to: string): void =>
    onValue(
      merges.map((merge, index) => {
        if (index !== at) return merge
        const all = [merge.to, ...merge.from]
        return { to, from: all.filter((text) => text !== to) }
      }),
    )
  return (
    <fieldset class="field clean-fieldset">
      <legend class="field-label">{input.label}</legend>
      {merges.length === 0 && <p class="small muted">No two spellings belong together this way.</p>}
      <ul class="clean-merges">
        {merges.slice(0, shown).map((merge, at) => (
          <li key={[merge.to, ...merge.from].toSorted().join('\u0000')}>
            <select
              class="select"
              aria-label={`What to write for ${merge.from.join(', ')}`}
              value={merge.to}
              onChange={({ currentTarget }) => pick(at, currentTarget.value)}
            >
              {[merge.to, ...merge.from].map((text) => (
                <option key={text} value={text}>
                  {text}
                </option>
              ))}
            </select>
            <span class="small muted">instead of {merge.from.map((text) => `“${text}”`).join(', ')}</span>
            <Button size="small" kind="quiet" onClick={() => onValue(merges.filter((_, index) => index !== at))}>
              Leave
            </Button>
          </li>
        ))}
      </ul>
      {merges.length > shown && <p class="small muted">and {count(merges.length - shown)} more groups</p>}
      {picked !== null && (
        <Button size="small" onClick={() => onValue(null)}>
          Find them again
        </Button>
      )}
      {input.help && <span class="field-help">{input.help}</span>}
    </fieldset>
  )
}
