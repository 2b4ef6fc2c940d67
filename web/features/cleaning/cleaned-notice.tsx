import { Check } from 'lucide'
import { describeLog } from '#core/clean/describe-log.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { count } from '../../ui/figures.ts'
import type { CleaningScreen } from './model.ts'

/** Shows the recipe of a cleaned version, and how to revert it. */
export function CleanedNotice({ screen }: { readonly screen: CleaningScreen }) {
  const cleaned = screen.cleaned.value
  if (!cleaned?.log) return null
  const { log, basedOn, keeps } = cleaned
  const missed = log.steps.filter(({ problem }) => problem !== null).length
  const done = log.steps.length - missed
  return (
    <section class="notice clean-notice" aria-label="How this version was made">
      <Icon icon={Check} />
      <div class="grow stack">
        <p>
          <strong>
            This version was cleaned by {count(done)} {done === 1 ? 'step' : 'steps'}.
          </strong>{' '}
          {missed > 0 && `${count(missed)} did not fit and ${missed === 1 ? 'was' : 'were'} passed over. `}
          {keeps && 'Later uploads are cleaned the same way.'}
        </p>
        <details>
          <summary>What each step did</summary>
          <pre class="clean-log small">{describeLog(log).join('\n')}</pre>
        </details>
        <div class="clean-notice-actions">
          {basedOn && (
            <Button size="small" onClick={() => void screen.restore(basedOn.id)}>
              Go back to version {basedOn.number}
            </Button>
          )}
          <Button size="small" onClick={() => void screen.keep(!keeps)}>
            {keeps ? 'Stop cleaning later uploads' : 'Clean later uploads the same way'}
          </Button>
        </div>
      </div>
    </section>
  )
}
