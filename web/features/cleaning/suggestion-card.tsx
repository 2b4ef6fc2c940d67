import { ArrowRight, Plus } from 'lucide'
import type { Suggestion } from '#core/clean/suggest/suggest-steps.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'

/** A suggestion: reason, affected cells and examples. */
export function SuggestionCard({
  suggestion: { title, reason, touches, examples },
  isWanted,
  onTake,
}: {
  readonly suggestion: Suggestion
  /** True if the link led to it. */
  readonly isWanted: boolean
  readonly onTake: () => void
}) {
  return (
    <li class="clean-card card" data-wanted={isWanted ? '' : undefined}>
      <div class="clean-card-head">
        <h4>{title}</h4>
        <span class="chip" data-tone="plain">
          {touches}
        </span>
      </div>
      <p class="small">{reason}</p>
      {examples.length > 0 && (
        <ul class="clean-examples small">
          {examples.map(({ column, before, after }) => (
            <li key={`${column} ${before} ${after}`}>
              <span class="clean-before">{visibleText(before)}</span>
              <Icon icon={ArrowRight} size={13} label="becomes" />
              <span class="clean-after">{visibleText(after)}</span>
            </li>
          ))}
        </ul>
      )}
      <Button size="small" icon={Plus} onClick={onTake}>
        Add to the recipe
        <span class="visually-hidden">
          : {title}, {touches}
        </span>
      </Button>
    </li>
  )
}
