import { ArrowLeft, CloudUpload, Sigma } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { noDecisions } from '#core/semantic/model/model-document.ts'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ColumnPanel } from './column-panel.tsx'
import { CalculationPanel, MeasurePanel } from './formula-panels.tsx'
import { GroupsPanel } from './groups-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { ItemList } from './item-list.tsx'
import { columnsIn, type ModelScreen, type Place } from './model.ts'
import { PackCards } from './pack-cards.tsx'
import { RelationshipsPanel } from './relationships-panel.tsx'
import { SaveBar } from './save-bar.tsx'
import { SecurityPanel } from './security-panel.tsx'
import { TimePanel } from './time-panel.tsx'
import './model.css'

type Props = {
  readonly screen: ModelScreen
  readonly dataset: Dataset
  /** True if the server has the dataset; models are stored there. */
  readonly isServed: boolean
}

const settingTitles = {
  time: 'Time and calendar',
  relationships: 'Other datasets',
  security: 'Who sees what',
  history: 'History and files',
} as const

const blankTitles = {
  groups: 'New groups of values',
  calculations: 'New calculated column',
  measures: 'New measure',
} as const

function titleOf(screen: ModelScreen, place: Place): string {
  if (place.part === 'column') return columnsIn(screen).find(({ name }) => name === place.name)?.label ?? place.name
  if (!('at' in place)) return settingTitles[place.part]
  const item = screen.draft.document.value?.[place.part][place.at]
  return item?.name.trim() || blankTitles[place.part]
}

function PanelOf({ screen, dataset, place }: Omit<Props, 'isServed'> & { readonly place: Place }) {
  switch (place.part) {
    case 'column':
      return <ColumnPanel key={place.name} screen={screen} name={place.name} />
    case 'measures':
      return <MeasurePanel key={place.at} screen={screen} at={place.at} />
    case 'calculations':
      return <CalculationPanel key={place.at} screen={screen} at={place.at} />
    case 'groups':
      return <GroupsPanel key={place.at} screen={screen} at={place.at} />
    case 'time':
      return <TimePanel screen={screen} />
    case 'relationships':
      return <RelationshipsPanel screen={screen} />
    case 'security':
      return <SecurityPanel screen={screen} />
    case 'history':
      return <HistoryPanel screen={screen} dataset={dataset} />
  }
}

/** True if the open item still exists; undo may have removed it. */
function isThere(screen: ModelScreen, place: Place): boolean {
  const document = screen.draft.document.value ?? noDecisions
  return !('at' in place) || document[place.part][place.at] !== undefined
}

function Pane({ screen, dataset }: Omit<Props, 'isServed'>) {
  const place = screen.place.value
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (place) head.current?.focus({ preventScroll: matchMedia('(width >= 900px)').matches })
  }, [place])
  if (place === null || !isThere(screen, place))
    return (
      <div class="model-pane" data-empty="">
        <EmptyState
          icon={Sigma}
          title="Say what the data means"
          text="Choose a column to name it, describe it or hide it. Add a measure, and questions, charts and dashboards know it by its name."
        />
        <PackCards screen={screen} />
      </div>
    )
  return (
    <section class="model-pane" aria-labelledby="model-pane-title">
      <div class="model-pane-head">
        <Button
          class="model-back"
          kind="quiet"
          size="small"
          icon={ArrowLeft}
          label="Back to the list"
          onClick={() => (screen.place.value = null)}
        />
        <h3 id="model-pane-title" tabIndex={-1} ref={head}>
          {titleOf(screen, place)}
        </h3>
      </div>
      <PanelOf screen={screen} dataset={dataset} place={place} />
    </section>
  )
}

function OnlyHere() {
  return (
    <EmptyState
      icon={CloudUpload}
      title="This can be done once the file is with the server"
      text="Names, measures and rules are kept there, so that everybody who works with this data has the same. Until then the model is what the data tells."
    />
  )
}

/** The model editor: items on the left, the selected one beside them. */
export function ModelView({ screen, dataset, isServed }: Props) {
  if (!isServed) return <OnlyHere />
  const { problem } = screen
  if (!screen.drawn.value)
    return problem.value ? (
      <FailureNotice problem={problem.value}>
        <Button size="small" onClick={() => void screen.start()}>
          Try again
        </Button>
      </FailureNotice>
    ) : (
      <Skeleton height={420} />
    )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    if (key === 's') void screen.save()
    else if (key === 'z' && !isTyping) (event.shiftKey ? screen.draft.redo : screen.draft.undo)()
    else return
    event.preventDefault()
  }
  return (
    <div class="model" data-open={screen.place.value ? '' : undefined} onKeyDown={onKeyDown}>
      <SaveBar screen={screen} />
      <ItemList screen={screen} />
      <Pane screen={screen} dataset={dataset} />
    </div>
  )
}
