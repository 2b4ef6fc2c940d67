import { LayoutDashboard, ListPlus, Redo2, SquareTerminal, Undo2, X } from 'lucide'
import { useSignal, type Signal } from '@preact/signals'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { specOf } from '#core/charts/chart-spec.ts'
import { typeFor } from '#core/charts/intent.ts'
import { asksNothing } from '#core/explore/exploration.ts'
import { keptQueryOf } from '#core/explore/query-of.ts'
import { titleOf } from '#core/explore/title.ts'
import { expectPlots } from '../../scenes/expect-plots.ts'
import { Button } from '../../ui/button.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FieldsPanel } from './fields-panel.tsx'
import { type Picture, pictureOf } from './picture.ts'
import { Result } from './result.tsx'
import type { Screen } from './screen.ts'
import { SettingsPanel } from './settings-panel.tsx'
import { Shelves } from './shelves.tsx'
import { SqlDialog } from './sql-dialog.tsx'
import { Toolbar } from './toolbar.tsx'
import { Trail } from './trail.tsx'
import { counted } from './words.ts'
import './explore.css'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

function useUndoKeys({ explore }: Screen): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target) || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      if (event.shiftKey || key === 'y') explore.redo()
      else explore.undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [explore])
}

/** The dragged label beside the pointer. */
function Ghost({ screen }: { readonly screen: Screen }) {
  const dragging = screen.drag.dragging.value
  if (!dragging) return null
  const { held, x, y, target } = dragging
  const isGoing = 'from' in held && target?.shelf === 'away'
  return (
    <div
      class="explore-ghost"
      data-going={isGoing ? '' : undefined}
      style={{ transform: `translate(${x + 10}px, ${y + 8}px)` }}
    >
      {held.label}
    </div>
  )
}

type HeadProps = {
  readonly screen: Screen
  readonly picture: Picture | null
  readonly title: string
  readonly canPin: boolean
}

function Head({ screen, picture, title, canPin }: HeadProps) {
  const { explore } = screen
  const [pinning, setPinning] = useState(false)
  const [sql, setSql] = useState(false)
  const asked = explore.asked.value
  const pin = async (): Promise<void> => {
    const query = keptQueryOf(asked)
    if (!query) return
    setPinning(true)
    await screen.pin({ title, query, chart: picture?.chart?.spec ?? specOf(typeFor('rows')) })
    setPinning(false)
  }
  return (
    <div class="row wrap explore-verbs">
      <Button
        kind="quiet"
        size="small"
        icon={Undo2}
        label="Undo"
        disabled={!explore.canUndo.value}
        onClick={explore.undo}
      />
      <Button
        kind="quiet"
        size="small"
        icon={Redo2}
        label="Redo"
        disabled={!explore.canRedo.value}
        onClick={explore.redo}
      />
      <Button
        kind="quiet"
        size="small"
        icon={X}
        label="Start over"
        disabled={asksNothing(asked)}
        onClick={explore.clear}
      />
      <Button
        kind="quiet"
        size="small"
        icon={SquareTerminal}
        label="Show as SQL"
        disabled={!picture}
        onClick={() => setSql(true)}
      />
      {picture && <ExportMenu picture={picture} title={title} />}
      {canPin && (
        <Button size="small" icon={LayoutDashboard} disabled={!picture || pinning} onClick={() => void pin()}>
          Add to dashboard
        </Button>
      )}
      {sql && picture && (
        <SqlDialog write={() => screen.writeSql(picture.query)} onOpen={screen.openSql} onClose={() => setSql(false)} />
      )}
    </div>
  )
}

/** Row count, duration and what is not shown. */
function Foot({ screen, picture }: { readonly screen: Screen; readonly picture: Picture | null }) {
  const { explore } = screen
  const shown = explore.shown.value
  if (!shown || !picture || asksNothing(explore.asked.value)) return <p class="explore-foot" />
  const { rows } = shown.results.main
  const isCut = rows >= shown.results.queries.main.limit && shown.asked.limit === null
  const notes = [
    picture.sheet.note,
    isCut ? `Only the first ${rows.toLocaleString('en')} groups are shown; totals are of all.` : null,
  ].filter((note) => note !== null)
  return (
    <p class="explore-foot small muted numeric" role="status" data-ms={Math.round(shown.ms)}>
      {explore.isComputing.value
        ? 'Computing …'
        : `${counted(rows, shown.asked.listed.length > 0 ? 'row' : 'group')} · ${Math.max(1, Math.round(shown.ms))} ms`}
      {notes.map((note) => (
        <span key={note}> · {note}</span>
      ))}
    </p>
  )
}

type FieldsProps = { readonly screen: Screen; readonly isOpen: Signal<boolean> }

/** The fields: beside the answer, or over it where there is no room. */
function Fields({ screen, isOpen }: FieldsProps) {
  return (
    <>
      <aside class="explore-fields" data-open={isOpen.value ? '' : undefined} aria-label="Fields">
        <div class="explore-fields-head row">
          <h2 class="grow">Fields</h2>
          <Button size="small" class="explore-fields-close" onClick={() => void (isOpen.value = false)}>
            Done
          </Button>
        </div>
        <FieldsPanel screen={screen} />
      </aside>
      {isOpen.value && (
        <button
          type="button"
          class="explore-scrim"
          aria-label="Close the fields"
          onClick={() => void (isOpen.value = false)}
        />
      )}
    </>
  )
}

/** Explore: fields, shelves and the result. */
export function ExploreView({ screen, canPin }: { readonly screen: Screen; readonly canPin: boolean }) {
  const { explore, model } = screen
  const fieldsOpen = useSignal(false)
  const [settingsOpen, setSettingsOpen] = useState(false)
  useUndoKeys(screen)
  useEffect(expectPlots, [])
  const shown = explore.shown.value
  const picture = useMemo(() => shown && pictureOf(shown, model), [shown, model])
  const title = titleOf(explore.asked.value, model)
  return (
    <div class="explore" data-holding={screen.drag.dragging.value ? '' : undefined}>
      <Fields screen={screen} isOpen={fieldsOpen} />
      <div class="explore-main">
        <Shelves screen={screen} />
        <section class="explore-result card" aria-label="The answer">
          <div class="explore-bar">
            <h2 class="explore-title clip grow" title={title}>
              {title === '' ? 'Nothing asked yet' : title}
            </h2>
            <Button
              size="small"
              class="explore-fields-open"
              icon={ListPlus}
              onClick={() => void (fieldsOpen.value = true)}
            >
              Fields
            </Button>
            <Head screen={screen} picture={picture} title={title} canPin={canPin} />
          </div>
          <Toolbar
            screen={screen}
            picture={picture}
            settings={{ isOpen: settingsOpen, turn: () => setSettingsOpen(!settingsOpen) }}
          />
          <Trail screen={screen} />
          <div class="explore-beside">
            <div class="explore-answer">
              <Result screen={screen} picture={picture} title={title} />
            </div>
            {settingsOpen && picture?.chart && <SettingsPanel screen={screen} spec={picture.chart.spec} />}
          </div>
          <Foot screen={screen} picture={picture} />
        </section>
      </div>
      <Ghost screen={screen} />
      <p class="visually-hidden" aria-live="polite">
        {explore.said.value}
      </p>
    </div>
  )
}
