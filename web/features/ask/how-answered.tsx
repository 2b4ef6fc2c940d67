import { ChevronDown } from 'lucide'
import type { Reading } from '#core/ask/reading.ts'
import type { Query } from '#core/query/query.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { chipKinds, originOf } from './chip-words.ts'

const defaults = new Map<string, unknown>([
  ['limit', 10_000],
  ['offset', 0],
])

/** The Query without default values. */
const plain = (query: Query): object =>
  Object.fromEntries(
    Object.entries(query).filter(([key, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== defaults.get(key),
    ),
  )

/** The interpretation of the question: in words, and as a Query. */
export function How({ reading, ms }: { readonly reading: Reading; readonly ms: number }) {
  const json = JSON.stringify(plain(reading.query), null, 2)
  return (
    <details class="how">
      <summary>
        <Icon icon={ChevronDown} size={15} />
        How this was answered
      </summary>
      <div class="how-body">
        <dl class="how-chips">
          {reading.chips.map((chip) => (
            <div key={chip.piece} class="how-chip">
              <dt>{chipKinds[chip.kind]}</dt>
              <dd>{chip.text}</dd>
              <dd class="faint">{originOf(chip)}</dd>
            </div>
          ))}
        </dl>
        <div class="how-query">
          <div class="row">
            <span class="small muted grow">
              The query that ran, in {Math.max(1, Math.round(ms))} ms. The same one gives the same number anywhere.
            </span>
            <CopyButton text={json} />
          </div>
          <pre tabIndex={0} aria-label="The query as JSON">
            {json}
          </pre>
        </div>
      </div>
    </details>
  )
}
