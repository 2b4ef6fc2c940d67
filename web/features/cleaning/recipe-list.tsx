import { ArrowDown, ArrowUp, Pencil, Redo2, Trash2, Undo2 } from 'lucide'
import { useRef } from 'preact/hooks'
import { factsOf } from '#core/clean/describe-log.ts'
import type { StepLog } from '#core/clean/log.ts'
import { type StepId, stepIds, steps } from '#core/clean/registry.ts'
import { Button } from '../../ui/button.tsx'
import type { CleaningScreen } from './model.ts'

function StepWords({ log, title }: { readonly log: StepLog | undefined; readonly title: string }) {
  if (log === undefined) return <p>{title}</p>
  if (log.problem !== null)
    return (
      <>
        <p>{title}</p>
        <p class="small clean-problem">
          {log.problem.message} {log.problem.hint}
        </p>
      </>
    )
  return (
    <>
      <p>{log.says}</p>
      <p class="small muted">{factsOf(log).join(', ') || 'changes nothing'}</p>
    </>
  )
}

function AddStep({ screen }: { readonly screen: CleaningScreen }) {
  return (
    <select
      class="select"
      aria-label="Add another step"
      value=""
      onChange={({ currentTarget }) => {
        const chosen = stepIds.find((id) => id === currentTarget.value)
        currentTarget.value = ''
        if (chosen) screen.begin(chosen)
      }}
    >
      <option value="">Add a step …</option>
      {(Object.entries(steps) as [StepId, { title: string }][]).map(([id, { title }]) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}

type RowProps = {
  readonly screen: CleaningScreen
  readonly at: number
  readonly onMove: (at: number, by: -1 | 1) => void
  readonly onRemove: (at: number) => void
}

function StepRow({ screen, at, onMove, onRemove }: RowProps) {
  const { steps: taken } = screen.recipe.value
  const log = screen.preview.value?.log.steps[at]
  const step = taken[at]
  if (step === undefined) return null
  const last = taken.length - 1
  return (
    <li>
      <StepWords log={log?.step === step.step ? log : undefined} title={steps[step.step].title} />
      <div class="clean-step-actions">
        <Button kind="quiet" size="small" icon={Pencil} label="Change" onClick={() => (screen.editing.value = at)} />
        <Button
          kind="quiet"
          size="small"
          icon={ArrowUp}
          label="Move up"
          disabled={at === 0}
          onClick={() => onMove(at, -1)}
        />
        <Button
          kind="quiet"
          size="small"
          icon={ArrowDown}
          label="Move down"
          disabled={at === last}
          onClick={() => onMove(at, 1)}
        />
        <Button kind="quiet" size="small" icon={Trash2} label="Remove" onClick={() => onRemove(at)} />
      </div>
    </li>
  )
}

function Head({ screen }: { readonly screen: CleaningScreen }) {
  const { canUndo, canRedo, undo, redo } = screen
  return (
    <div class="clean-recipe-head">
      <h3>Recipe</h3>
      <Button kind="quiet" size="small" icon={Undo2} label="Undo" disabled={!canUndo.value} onClick={undo} />
      <Button kind="quiet" size="small" icon={Redo2} label="Redo" disabled={!canRedo.value} onClick={redo} />
    </div>
  )
}

/** The recipe's steps; each can be edited, moved and removed by mouse, touch or keyboard. */
export function RecipeList({ screen }: { readonly screen: CleaningScreen }) {
  const list = useRef<HTMLOListElement>(null)
  const { steps: taken } = screen.recipe.value
  const moveBy = (at: number, by: -1 | 1): void => {
    if (!screen.move(at, by)) return
    const order = by === -1 ? ['Move up', 'Move down'] : ['Move down', 'Move up']
    requestAnimationFrame(() => {
      const buttons = order.map((label) =>
        list.current?.children[at + by]?.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`),
      )
      buttons.find((button) => button && !button.disabled)?.focus()
    })
  }
  const removeAt = (at: number): void => {
    screen.remove(at)
    requestAnimationFrame(() => {
      const rows = list.current?.children
      const next = rows?.[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>('[aria-label="Remove"]')
      ;(next ?? document.querySelector<HTMLElement>('.clean-recipe select'))?.focus()
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    if (event.shiftKey) screen.redo()
    else screen.undo()
  }
  return (
    <div class="clean-recipe-body" onKeyDown={onKeyDown}>
      <Head screen={screen} />
      {taken.length === 0 && (
        <p class="small muted">
          No steps yet. Nothing is changed until you apply a recipe, and then the data as it was is kept.
        </p>
      )}
      <ol class="clean-steps" ref={list}>
        {taken.map((step, at) => (
          <StepRow key={`${at} ${step.step}`} screen={screen} at={at} onMove={moveBy} onRemove={removeAt} />
        ))}
      </ol>
      <AddStep screen={screen} />
    </div>
  )
}
