import { Redo2, Save, TriangleAlert, Undo2 } from 'lucide'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import type { ModelScreen, Place } from './model.ts'

const placeOf = (path: readonly (string | number)[]): Place | null => {
  const [part, at] = path
  if (part === 'columns') return { part: 'column', name: String(at) }
  if (part === 'groups' || part === 'calculations' || part === 'measures') return { part, at: Number(at) }
  if (part === 'relationships') return { part }
  return part === 'rows' ? { part: 'security' } : { part: 'time' }
}

function Said({ screen }: { readonly screen: ModelScreen }) {
  const errors = screen.problems.value.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const changes = screen.changes.value
  if (first)
    return (
      <button
        type="button"
        class="model-said"
        data-tone="warn"
        onClick={() => (screen.place.value = placeOf(first.path))}
      >
        <Icon icon={TriangleAlert} size={15} />
        <span class="clip">
          {errors.length === 1 ? first.message : `${count(errors.length)} things to mend. ${first.message}`}
        </span>
      </button>
    )
  if (changes.length === 0) {
    const { version } = screen.state.value ?? { version: 0 }
    return (
      <p class="model-said small muted">
        {version === 0 ? 'As the data tells; nothing decided yet.' : `Version ${version}; everything is saved.`}
      </p>
    )
  }
  const all = changes.map(({ text }) => text).join(' ')
  return (
    <p class="model-said small" title={all}>
      <strong class="numeric">{count(changes.length)}</strong> {changes.length === 1 ? 'change' : 'changes'} not saved
      yet: <span class="muted">{all}</span>
    </p>
  )
}

/** Unsaved changes, problems, undo and save; always visible. */
export function SaveBar({ screen }: { readonly screen: ModelScreen }) {
  const { draft, problem, clashes } = screen
  const { canUndo, canRedo, isChanged, undo, redo } = draft
  const isConflict = problem.value?.code === 'model/conflict'
  return (
    <div class="model-bar" role="region" aria-label="Saving">
      {problem.value && (
        <FailureNotice problem={problem.value}>
          {isConflict ? (
            <Button size="small" onClick={() => void screen.takeTheirs()}>
              Take them in
            </Button>
          ) : (
            <Button size="small" onClick={() => (problem.value = null)}>
              Close
            </Button>
          )}
        </FailureNotice>
      )}
      {clashes.value.length > 0 && (
        <p class="small">Both of you changed {clashes.value.join(', ')}; yours stands. Look at it before you save.</p>
      )}
      <div class="row">
        <Said screen={screen} />
        <Button kind="quiet" size="small" icon={Undo2} label="Undo" disabled={!canUndo.value} onClick={undo} />
        <Button kind="quiet" size="small" icon={Redo2} label="Redo" disabled={!canRedo.value} onClick={redo} />
        <Button
          kind="primary"
          size="small"
          icon={Save}
          disabled={!isChanged.value || screen.isSaving.value}
          onClick={() => void screen.save()}
        >
          {screen.isSaving.value ? 'Saving …' : 'Save'}
        </Button>
      </div>
    </div>
  )
}
