import { CodeXml, Compass, SearchX } from 'lucide'
import { useLocation, useRoute } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { datasets as datasetCalls, type Dataset } from '../../api.ts'
import type { SoFar } from '../../engine/read-file.ts'
import { createRowViews } from '../../engine/row-views.ts'
import { AskBox } from '../../features/ask/ask-box.tsx'
import { DatasetHeader } from '../../features/dataset/header.tsx'
import { createDatasetScreen, type DatasetScreen } from '../../features/dataset/model.ts'
import { AboutDataset, AboutLater, SimilarDatasets } from '../../features/dataset/about.tsx'
import type { Life } from '../../features/dataset/life.ts'
import { VersionNotices } from '../../features/dataset/notices.tsx'
import { VersionsView } from '../../features/dataset/versions-view.tsx'
import { GridView } from '../../features/dataset/grid/view.tsx'
import { ProfileView } from '../../features/dataset/profile-view.tsx'
import { DatasetWaiting } from '../../features/dataset/waiting.tsx'
import { DashboardSkeleton } from '../../features/dashboard/view.tsx'
import { localDataset } from '../../local/local-datasets.ts'
import type { Outcome } from '../../transport.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AccessButton } from '../access-button.tsx'
import { AbsentPage } from '../absent-page.tsx'
import { completingOf } from '../completing.ts'
import { lifeOf } from '../life.ts'
import { useMayEdit } from '../may.ts'
import { NewVersion } from '../new-version.tsx'
import { sqlAddress } from '../open-in-sql.ts'
import { usePageTitle } from '../page-title.ts'
import { dashboardOf } from '../pin.ts'
import { giveUp } from '../give-up.ts'
import { modelOf } from '../questions.ts'
import { importPorts } from '../import-ports.ts'
import { noteOpened } from '../recent.ts'
import { datasetClient, rowFiles } from '../clients.ts'
import { tableOf } from '../table-names.ts'
import { UploadOf } from '../upload-of.tsx'
import { useDeviceCopy } from '../use-device-copy.ts'
import { type Services, useServices } from '../services.ts'
import { isOnlyHere } from '../workspace.ts'
import { AskPanel, useAsking } from './ask-panel.tsx'
import { CleanPanel } from './clean-panel.tsx'
import { screen as lazily } from '../screen.tsx'
import { Deferred } from '../deferred.tsx'
import { DashboardPanel, DashboardProblem } from './dashboard-panel.tsx'
import { FilePartsButton, FilePartsNotice } from './file-parts.tsx'
import { SoFarPanel } from './so-far-panel.tsx'

const tabs = [
  { id: 'dashboard', text: 'Dashboard' },
  { id: 'ask', text: 'Ask' },
  { id: 'insights', text: 'Insights' },
  { id: 'profile', text: 'Profile' },
  { id: 'rows', text: 'Rows' },
  { id: 'clean', text: 'Clean' },
  { id: 'model', text: 'Model' },
  { id: 'versions', text: 'Versions' },
] as const
/** Tabs that change the dataset. */
const changing: readonly string[] = ['clean', 'model']
const ModelPanel = lazily<{ readonly dataset: Dataset }>(() =>
  import('./model-panel.tsx').then(({ ModelPanel }) => ModelPanel),
)
const InsightsPanel = lazily<{ readonly dataset: Dataset }>(() =>
  import('./insights-panel.tsx').then(({ InsightsPanel }) => InsightsPanel),
)
type TabId = (typeof tabs)[number]['id']

const screenOf = (services: Services, id: string): DatasetScreen =>
  createDatasetScreen({
    model: () => modelOf(services)(id),
    suggestions: () => datasetClient(services, id).suggestions(),
    profile: () => datasetClient(services, id).profile(),
    rows: () => createRowViews(id, rowFiles(services, id)),
    rename: (name) => datasetClient(services, id).rename(name),
    retry: () => datasetCalls.retry(id),
    onDataset: (dataset) =>
      isOnlyHere(dataset.id) ? services.workspace.showDataset(dataset) : services.workspace.takeDataset(dataset),
  })

function DashboardOf({ dataset }: { readonly dataset: string }) {
  const services = useServices()
  const [found, setFound] = useState<Outcome<string> | null>(null)
  useEffect(() => {
    void dashboardOf(services, dataset).then(setFound)
  }, [dataset])
  if (!found) return <DashboardSkeleton />
  return found.ok ? <DashboardPanel id={found.value} /> : <DashboardProblem problem={found.error} />
}

type Parts = { readonly dataset: Dataset; readonly screen: DatasetScreen; readonly life: Life }

function Panel({ tab, dataset, screen, life }: Parts & { readonly tab: TabId }) {
  const { workspace } = useServices()
  const canEdit = useMayEdit(dataset)
  switch (tab) {
    case 'dashboard':
      return <DashboardOf dataset={dataset.id} />
    case 'ask':
      return <AskPanel dataset={dataset.id} />
    case 'insights':
      return (
        <Deferred height={420}>
          <InsightsPanel dataset={dataset} />
        </Deferred>
      )
    case 'profile':
      return (
        <ProfileView
          dataset={dataset}
          screen={screen}
          reading={canEdit && workspace.isServed(dataset.id) ? importPorts(workspace, dataset.id) : null}
        />
      )
    case 'rows':
      return <GridView grid={screen.grid.value} profile={screen.profile.value.value} />
    case 'clean':
      return <CleanPanel dataset={dataset} />
    case 'model':
      return (
        <Deferred height={420}>
          <ModelPanel dataset={dataset} />
        </Deferred>
      )
    case 'versions':
      return <VersionsView dataset={dataset} life={life} canEdit={canEdit} />
  }
}

function ReadyDataset({ dataset, screen, life }: Parts) {
  const { id } = dataset
  const services = useServices()
  const served = services.workspace.isServed(id)
  const { query, route } = useLocation()
  const canEdit = useMayEdit(dataset)
  const offered = tabs.filter(({ id: each }) => canEdit || !changing.includes(each))
  const tab: TabId = offered.find((each) => each.id === query['tab'])?.id ?? 'dashboard'
  const open = (next: TabId): void => route(`/data/${id}${next === 'dashboard' ? '' : `?tab=${next}`}`)
  const name = screen.model.value.value?.name ?? 'this data'
  useEffect(() => {
    void screen.model.need()
    void screen.suggestions.need()
    if (tab === 'profile' || tab === 'rows') void screen.profile.need()
    if (tab === 'rows') void screen.needGrid()
    if (tab === 'versions' && served) void life.versions.need()
    if (served) void life.similar.need()
  }, [screen, life, tab, served])
  const asking = useAsking(id)
  return (
    <>
      <div class="page-ask">
        <AskBox
          about={name}
          onAsk={asking.ask}
          completing={completingOf(services, id)}
          expected={6}
          suggestions={tab === 'ask' ? (screen.suggestions.value.value?.slice(0, 6) ?? null) : []}
        />
      </div>
      <div class="page-tabs">
        <Tabs label="Parts of this dataset" tabs={offered} selected={tab} onSelect={open} />
      </div>
      <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab !== 'dashboard' && <h2 class="visually-hidden">{tabs.find(({ id: each }) => each === tab)?.text}</h2>}
        <Panel tab={tab} dataset={dataset} screen={screen} life={life} />
      </div>
      <SimilarDatasets life={life} />
    </>
  )
}

function Missing() {
  return (
    <AbsentPage
      icon={SearchX}
      title="This dataset is not here"
      text="It may have been deleted, or it belongs to another account."
    >
      <a class="button" href="/deleted">
        See what was deleted
      </a>
    </AbsentPage>
  )
}

/** Cancels a file that has not reached the server. */
function cancelOf(services: Services, id: string, route: (url: string) => void): (() => void) | null {
  const upload = services.uploads.of(id)
  if (!upload || services.workspace.isOnServer(id)) return null
  return () => {
    giveUp(services, upload)
    route('/')
  }
}

/** A dataset that is not ready: a preview of its first rows, or its progress. */
function Coming({ dataset, screen }: Omit<Parts, 'life'>) {
  const services = useServices()
  const { id, progress } = dataset
  const { route } = useLocation()
  const soFar = soFarOf(id)
  const onCancel = cancelOf(services, id, route)
  const canEdit = useMayEdit(dataset)
  if (soFar) return <SoFarPanel soFar={soFar} progress={progress} onCancel={onCancel} />
  return (
    <DatasetWaiting
      dataset={dataset}
      screen={screen}
      canEdit={canEdit}
      isSending={!services.workspace.isOnServer(id)}
      onCancel={onCancel}
    />
  )
}

function Known({ dataset, screen, life }: Parts) {
  const { id, status, version } = dataset
  const { route } = useLocation()
  const canEdit = useMayEdit(dataset)
  return (
    <>
      <div class="page-notices">
        {canEdit && <FilePartsNotice dataset={dataset} screen={screen} />}
        <VersionNotices
          dataset={dataset}
          life={life}
          canEdit={canEdit}
          onCompare={() => route(`/data/${id}?tab=versions`)}
        />
      </div>
      {status === 'ready' ? (
        <ReadyDataset key={`${id} ${version.number}`} dataset={dataset} screen={screen} life={life} />
      ) : (
        <Coming dataset={dataset} screen={screen} />
      )}
    </>
  )
}

/** The first rows of a file that is being read locally. */
function soFarOf(id: string): SoFar | null {
  const reading = localDataset(id)?.reading.value
  return reading?.step === 'reading' ? reading.soFar : null
}

/** Opens the SQL screen with a query of the dataset's first rows. */
function SqlLink({ dataset }: { readonly dataset: string }) {
  const table = tableOf(useServices().workspace, dataset)
  if (table === null) return null
  return (
    <a class="button" data-size="small" data-kind="quiet" href={sqlAddress(`SELECT *\nFROM ${table}\nLIMIT 100`)}>
      <Icon icon={CodeXml} size={15} />
      <span class="button-text">SQL</span>
    </a>
  )
}

/** Opens Explore for the dataset. */
function ExploreLink({ dataset }: { readonly dataset: string }) {
  return (
    <a class="button" data-size="small" href={`/explore/${dataset}`}>
      <Icon icon={Compass} size={15} />
      <span class="button-text">Explore</span>
    </a>
  )
}

/** What can be done with the whole of it. */
function Actions({ dataset, screen }: { readonly dataset: Dataset; readonly screen: DatasetScreen }) {
  const { workspace } = useServices()
  const canEdit = useMayEdit(dataset)
  const isReady = dataset.status === 'ready'
  return (
    <>
      {isReady && <ExploreLink dataset={dataset.id} />}
      {canEdit && isReady && <FilePartsButton dataset={dataset} screen={screen} />}
      {canEdit && workspace.isServed(dataset.id) && <NewVersion dataset={dataset} />}
      {isReady && <SqlLink dataset={dataset.id} />}
      <AccessButton dataset={dataset} />
    </>
  )
}

type HeadProps = {
  readonly id: string
  readonly dataset: Dataset | null
  readonly screen: DatasetScreen
  readonly life: Life
}

/** Name and actions; a dataset that the server lacks has no versions and descriptions. */
function Head({ id, dataset, screen, life }: HeadProps) {
  const { workspace } = useServices()
  const served = dataset && workspace.isServed(id) ? dataset : null
  const canEdit = useMayEdit(dataset)
  return (
    <DatasetHeader
      dataset={dataset}
      screen={screen}
      canEdit={canEdit}
      action={dataset && <Actions dataset={dataset} screen={screen} />}
      about={
        served ? (
          <AboutDataset dataset={served} life={life} now={Date.now()} canEdit={canEdit} />
        ) : (
          (dataset?.status === 'ready' || soFarOf(id)) && <AboutLater />
        )
      }
    >
      <UploadOf dataset={id} />
    </DatasetHeader>
  )
}

/** The page of one dataset. */
export function DatasetPage() {
  const id = useRoute().params['dataset'] ?? ''
  const services = useServices()
  const { workspace } = services
  const { datasets, problem } = workspace
  const dataset = workspace.datasetOf(id)
  const version = dataset?.version.number
  const model = dataset?.model
  const screen = useMemo(() => screenOf(services, id), [id, version, model])
  const life = useMemo(() => lifeOf(workspace, id), [id, version, dataset?.next?.id])
  useEffect(() => screen.end, [screen])
  useEffect(() => void (dataset?.sample === false && noteOpened(id)), [id, dataset !== null])
  useDeviceCopy(id)
  usePageTitle(dataset?.name ?? 'Dataset')
  if (datasets.value && !dataset && !problem.value) return <Missing />
  return (
    <div class="page" data-wide="">
      <Head id={id} dataset={dataset} screen={screen} life={life} />
      {dataset && <Known dataset={dataset} screen={screen} life={life} />}
    </div>
  )
}
