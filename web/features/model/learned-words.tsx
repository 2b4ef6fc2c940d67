import { X } from 'lucide'
import { labelOfMeaning } from '#core/ask/corrections/meaning-of.ts'
import type { Correction } from '#core/semantic/correction.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { Button } from '../../ui/button.tsx'

type Kept = Correction & { readonly id: string }

type Props = {
  readonly words: readonly Kept[]
  readonly model: SemanticModel
  readonly onRemove: (kept: Kept) => void
}

/** What people said that words mean in questions, each to be taken back. */
export function LearnedWords({ words, model, onRemove }: Props) {
  return (
    <section class="card learned" aria-labelledby="learned-title">
      <h3 id="learned-title">Words that questions know</h3>
      <p class="small muted">
        {words.length === 0
          ? 'None yet. When an answer does not know a word, say there what it means; it is kept here for everybody in this workspace.'
          : 'As people of this workspace said. Questions are read so for everybody here.'}
      </p>
      {words.length > 0 && (
        <ul class="learned-rows">
          {words.map((kept) => (
            <li key={kept.id} class="learned-row">
              <span class="grow">
                “{kept.words}” means <strong>{labelOfMeaning(kept, model)}</strong>
              </span>
              <Button
                kind="quiet"
                size="small"
                icon={X}
                label={`Forget what “${kept.words}” means`}
                onClick={() => onRemove(kept)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
