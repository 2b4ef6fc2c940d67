import { lazy, useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { FirstLook } from '#core/wire/first-look.ts'
import type { Dataset } from '../../api.ts'
import { AskBox } from '../../features/ask/ask-box.tsx'
import { OwnHomeView } from '../../features/home/own-view.tsx'
import { DropZone, HomeView } from '../../features/home/view.tsx'
import { askAnywhere } from '../ask-anywhere.ts'
import { askingOf } from '../asking.ts'
import { completingOf } from '../completing.ts'
import { Deferred } from '../deferred.tsx'
import { useMay } from '../may.ts'
import { usePageTitle } from '../page-title.ts'
import { hasRecent, recentFirst } from '../recent.ts'
import { datasetClient } from '../clients.ts'
import { FirstDashboard, readFirstLook } from './first-look.tsx'
import { expectFiles, takeFiles } from '../take-files.ts'
import { useServices } from '../services.ts'
import { Uploading } from '../upload-tray.tsx'
import { dashboardsApart } from '../workspace.ts'

const loadPeek = () => import('./peek.tsx')
const Answers = lazy(() => import('./answers.tsx').then(({ Answers }) => Answers))
const Peek = lazy(() => loadPeek().then(({ Peek }) => Peek))

/** Number of suggested questions; one line. */
const offered = 3

function useSuggestions(dataset: string | null): readonly string[] | null {
  const services = useServices()
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null)
  useEffect(() => {
    setSuggestions(null)
    if (dataset)
      void datasetClient(services, dataset)
        .suggestions()
        .then((answer) => setSuggestions(answer.ok ? answer.value.slice(0, offered) : []))
  }, [dataset])
  return suggestions
}

const nameOf = ({ name, sample }: Dataset): string => (sample ? `the sample, ${name}` : name)

function Asking({ dataset }: { readonly dataset: Dataset | null }) {
  const services = useServices()
  const suggestions = useSuggestions(dataset?.id ?? null)
  const ask = dataset ? askingOf(services, dataset.id) : null
  return (
    <>
      <AskBox
        about={dataset ? nameOf(dataset) : 'the sample'}
        suggestions={suggestions}
        expected={offered}
        completing={dataset ? completingOf(services, dataset.id) : undefined}
        onAsk={(question) => void ask?.ask(question)}
      />
      {dataset && ask && ask.entries.value.length > 0 && (
        <Deferred height={380}>
          <Answers dataset={dataset.id} />
        </Deferred>
      )}
    </>
  )
}

type PeekProps = { readonly dataset: Dataset | null; readonly look: FirstLook | null }

/** The dashboard; what the first response holds of it stands in its place until its tiles are there. */
function PeekFrame({ dataset, look }: PeekProps) {
  const [isReady, setReady] = useState(false)
  const isStandIn = look !== null && !isReady
  return (
    <div class="peek-frame">
      {isStandIn && <FirstDashboard look={look} />}
      {dataset && (
        <Deferred height={isStandIn ? 0 : 720}>
          <Peek key={dataset.id} dataset={dataset.id} look={look} onReady={() => setReady(true)} />
        </Deferred>
      )}
    </div>
  )
}

function PeekSection({ dataset }: { readonly dataset: Dataset | null }) {
  const [first] = useState(readFirstLook)
  const look = dataset?.sample === false ? null : first
  return (
    <section
      class="peek"
      aria-label={dataset?.sample === false ? `The dashboard of ${dataset.name}` : 'The sample’s dashboard'}
    >
      <div class="peek-head">
        <h2>{dataset?.name ?? look?.name ?? 'The sample'}</h2>
        <span class="small muted">a dashboard that made itself from the file</span>
        {dataset && <a href={`/data/${dataset.id}`}>Open it</a>}
      </div>
      <PeekFrame dataset={dataset} look={look} />
    </section>
  )
}

/** The drop zone, or the uploads in its place. */
function Loading() {
  const services = useServices()
  const { limits, uploads } = services
  const { route } = useLocation()
  const may = useMay()
  const shown = uploads.uploads.value
  if (shown.length > 0) return <Uploading shown={shown} />
  if (!may({ may: 'edit', object: 'upload' }))
    return <p class="muted">You can look at and ask the data of this workspace; an analyst can load more.</p>
  return (
    <DropZone
      limit={limits.upload.value}
      onExpect={() => expectFiles(services)}
      onFiles={(files) => void takeFiles(services, files, route)}
    />
  )
}

/** The first page without own data: shows the sample. */
function FirstHome() {
  // Prefetched while the lists load, because the sample is usually present.
  useEffect(() => void loadPeek().catch(() => null), [])
  const { featured, hasFeatured } = useServices().workspace
  const dataset = featured.value
  return (
    <HomeView
      about={hasFeatured.value ? (dataset && !dataset.sample ? dataset.name : 'the sample') : null}
      loading={<Loading />}
      asking={hasFeatured.value && <Asking dataset={dataset} />}
      peek={hasFeatured.value && <PeekSection dataset={dataset} />}
    />
  )
}

function OwnHome() {
  const services = useServices()
  const { datasets, dashboards } = services.workspace
  const { route } = useLocation()
  const known = recentFirst(datasets.value ?? [])
  return (
    <OwnHomeView
      datasets={datasets.value && known}
      dashboards={dashboardsApart(dashboards.value ?? [], known)}
      now={Date.now()}
      asking={
        <AskBox about="your data" suggestions={[]} onAsk={(question) => void askAnywhere(services, question, route)} />
      }
      loading={<Loading />}
    />
  )
}

/** The first page; the last visit's list decides which one before the lists load. */
export function HomePage() {
  usePageTitle(null)
  const { datasets, problem } = useServices().workspace
  const hasOwn = datasets.value
    ? datasets.value.some(({ sample, status }) => !sample && status === 'ready')
    : hasRecent()
  return hasOwn && !problem.value ? <OwnHome /> : <FirstHome />
}
