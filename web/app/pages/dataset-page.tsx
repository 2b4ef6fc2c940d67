import { SearchX } from 'lucide'
import { useLocation, useRoute } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { datasets as datasetCalls } from '../../api.ts'
import { createRowViews } from '../../engine/row-views.ts'
import { AskBox } from '../../features/ask/ask-box.tsx'
import { DatasetHeader } from '../../features/dataset/header.tsx'
import { createDatasetScreen, type DatasetScreen } from '../../features/dataset/model.ts'
import { GridView } from '../../features/dataset/grid/view.tsx'
import { ProfileView } from '../../features/dataset/profile-view.tsx'
import { DatasetWaiting } from '../../features/dataset/waiting.tsx'
import { DashboardSkeleton } from '../../features/dashboard/view.tsx'
import type { Outcome } from '../../transport.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { askingOf } from '../asking.ts'
import { usePageTitle } from '../page-title.ts'
import { dashboardOf } from '../pin.ts'
import { modelOf } from '../questions.ts'
import { heldRows, sourceOf } from '../sources.ts'
import { UploadOf } from '../upload-of.tsx'
import { datasetOf, datasets, isHeard, takeDataset, workspaceProblem } from '../workspace.ts'
import { Answers } from './answers.tsx'
import { DashboardPanel, DashboardProblem } from './dashboard-panel.tsx'

const tabs = [
  { id: 'dashboard', text: 'Dashboard' },
  { id: 'ask', text: 'Ask' },
  { id: 'profile', text: 'Profile' },
  { id: 'rows', text: 'Rows' },
] as const
type TabId = (typeof tabs)[number]['id']

const screenOf = (id: string): DatasetScreen =>
  createDatasetScreen({
    model: () => modelOf(id),
    suggestions: () => sourceOf(id).suggestions(),
    profile: () => sourceOf(id).profile(),
    rows: () => createRowViews(id, heldRows(id)),
    rename: (name) => sourceOf(id).rename(name),
    retry: () => datasetCalls.retry(id),
    onDataset: takeDataset,
  })

function DashboardOf({ dataset }: { readonly dataset: string }) {
  const [found, setFound] = useState<Outcome<string> | null>(null)
  useEffect(() => {
    void dashboardOf(dataset).then(setFound)
  }, [dataset])
  if (!found) return <DashboardSkeleton />
  return found.ok ? <DashboardPanel id={found.value} /> : <DashboardProblem problem={found.error} />
}

function AskPanel({ dataset }: { readonly dataset: string }) {
  const ask = askingOf(dataset)
  if (ask.entries.value.length > 0) return <Answers dataset={dataset} />
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing asked yet"
      text="Put a question in the box above, in your own words, or take one of those below it. Every answer stays here while you work."
    />
  )
}

function Panel({
  tab,
  dataset,
  screen,
}: {
  readonly tab: TabId
  readonly dataset: string
  readonly screen: DatasetScreen
}) {
  switch (tab) {
    case 'dashboard':
      return <DashboardOf dataset={dataset} />
    case 'ask':
      return <AskPanel dataset={dataset} />
    case 'profile':
      return <ProfileView load={screen.profile} model={screen.model.value.value} />
    case 'rows':
      return <GridView grid={screen.grid.value} profile={screen.profile.value.value} />
  }
}

function ReadyDataset({ id, screen }: { readonly id: string; readonly screen: DatasetScreen }) {
  const { query, route } = useLocation()
  const tab: TabId = tabs.find((each) => each.id === query['tab'])?.id ?? 'dashboard'
  const open = (next: TabId): void => route(`/data/${id}${next === 'dashboard' ? '' : `?tab=${next}`}`)
  const name = screen.model.value.value?.name ?? 'this data'
  useEffect(() => {
    void screen.model.need()
    void screen.suggestions.need()
    if (tab === 'profile' || tab === 'rows') void screen.profile.need()
    if (tab === 'rows') void screen.needGrid()
  }, [screen, tab])
  const onAsk = (question: string): void => {
    void askingOf(id).ask(question)
    if (tab !== 'ask') open('ask')
  }
  return (
    <>
      <div class="page-ask">
        <AskBox
          about={name}
          onAsk={onAsk}
          expected={6}
          suggestions={tab === 'ask' ? (screen.suggestions.value.value?.slice(0, 6) ?? null) : []}
        />
      </div>
      <div class="page-tabs">
        <Tabs label="Parts of this dataset" tabs={tabs} selected={tab} onSelect={open} />
      </div>
      <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab !== 'dashboard' && <h2 class="visually-hidden">{tabs.find(({ id: each }) => each === tab)?.text}</h2>}
        <Panel tab={tab} dataset={id} screen={screen} />
      </div>
    </>
  )
}

/** Everything about one dataset. */
export function DatasetPage() {
  const { params } = useRoute()
  const id = params['dataset'] ?? ''
  const dataset = datasetOf(id)
  const screen = useMemo(() => screenOf(id), [id])
  useEffect(() => screen.end, [screen])
  usePageTitle(dataset?.name ?? 'Dataset')
  if (datasets.value && !dataset && !workspaceProblem.value)
    return (
      <EmptyState
        icon={SearchX}
        title="This dataset is not here"
        text="It may have been deleted, or it belongs to another account."
      >
        <a class="button" data-kind="primary" href="/">
          Go to the start
        </a>
      </EmptyState>
    )
  return (
    <div class="page" data-wide="">
      <DatasetHeader dataset={dataset} screen={screen}>
        <UploadOf dataset={id} />
      </DatasetHeader>
      {dataset?.status === 'ready' && <ReadyDataset key={id} id={id} screen={screen} />}
      {dataset && dataset.status !== 'ready' && (
        <DatasetWaiting dataset={dataset} screen={screen} isSending={!isHeard(id)} />
      )}
    </div>
  )
}
