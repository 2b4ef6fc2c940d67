import { SearchX } from 'lucide'
import { useLocation, useRoute } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { signal } from '@preact/signals'
import { emptyExploration, type Exploration } from '#core/explore/exploration.ts'
import { readLink, writeLink } from '#core/explore/link.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Filter } from '#core/query/filter.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import { query } from '#core/query/query.ts'
import { resolveQuery } from '#core/query/resolve-query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Field } from '#core/table/table.ts'
import type { Dataset } from '../../api.ts'
import { createExplore } from '../../features/explore/model.ts'
import { createScreen, type Screen } from '../../features/explore/screen.ts'
import { ExploreView } from '../../features/explore/view.tsx'
import type { Problem } from '../../transport.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-model.ts'
import { AbsentPage } from '../absent-page.tsx'
import { addressOfLink } from '../explore-address.ts'
import { sqlAddress } from '../open-in-sql.ts'
import { usePageTitle } from '../page-title.ts'
import { useMayEdit } from '../may.ts'
import { pinTile } from '../pin.ts'
import { modelOf, queryDataset } from '../questions.ts'
import { datasetClient } from '../clients.ts'
import { useDeviceCopy } from '../use-device-copy.ts'
import { type Services, useServices } from '../services.ts'

/** Milliseconds after the last change until the URL is updated; browsers limit the rate. */
const addressAfter = 250

type Route = ReturnType<typeof useLocation>['route']

const rowsOf = (dataset: string, filters: readonly Filter[]): string =>
  `/data/${dataset}?${new URLSearchParams({ tab: 'rows', ...(filters.length > 0 ? { filter: JSON.stringify(filters) } : {}) })}`

/** The exploration in the URL; an unreadable one shows a message and starts empty. */
function startOf(link: string, model: SemanticModel): Exploration {
  const asked = readLink(link, model.dataset)
  if (asked === null) showToast('This address could not be read, so nothing is asked yet.')
  return asked ?? emptyExploration(model.dataset)
}

/** Every column that a Query may name. */
const fieldsOf = ({ columns, hidden, calculations }: SemanticModel): readonly Field[] =>
  [...columns, ...hidden, ...calculations].map(({ name, type }) => ({ name, type }))

type Opened = { readonly screen: Screen; readonly end: () => void; readonly follow: (link: string) => void }

/** The screen of one dataset; its state and the URL follow each other. */
function openScreen(services: Services, model: SemanticModel, link: string, route: Route): Opened {
  const { dataset } = model
  const fields = fieldsOf(model)
  let written = link
  let waiting: ReturnType<typeof setTimeout> | undefined
  const start = startOf(link, model)
  const explore = createExplore(model, start, {
    run: queryDataset(services),
    now: () => performance.now(),
    onAsked() {
      clearTimeout(waiting)
      waiting = setTimeout(writeAddress, addressAfter)
    },
  })
  /** Skipped after navigation, because this screen stays until the next one has loaded. */
  function writeAddress(): void {
    clearTimeout(waiting)
    if (location.pathname !== addressOfLink(dataset, '')) return
    written = writeLink(explore.asked.peek())
    route(addressOfLink(dataset, written), true)
  }
  /** Navigates away; the back button returns to the current exploration. */
  function leaveFor(address: string): void {
    writeAddress()
    route(address)
  }
  const profile = signal<Profile | null>(null)
  void datasetClient(services, dataset)
    .profile()
    .then((found) => found.ok && (profile.value = found.value))
  const screen = createScreen(explore, {
    profile,
    pin: (kept) => pinTile(services, dataset, kept, route),
    async writeSql(asked) {
      const prepared = prepareQuery(asked, { model, fields, now: Date.now() })
      if (!prepared.ok) return prepared
      const { sqlOf } = await import('../query-sql.ts')
      return sqlOf(services, prepared.value, fields)
    },
    openSql: (sql) => leaveFor(sqlAddress(sql)),
    openRows(filters) {
      const { timeZone, weekStart, fiscalYearStart } = explore.asked.peek()
      const asked = query.parse({ dataset, filters: [...filters], timeZone, weekStart, fiscalYearStart })
      leaveFor(rowsOf(dataset, resolveQuery(asked, model, Date.now()).filters))
    },
  })
  return {
    screen,
    end(): void {
      clearTimeout(waiting)
      explore.end()
    },
    follow(next): void {
      if (next === written) return
      written = next
      explore.open(startOf(next, model))
    },
  }
}

function ExploreSkeleton() {
  return (
    <div class="stack" role="group" aria-busy="true" aria-label="Loading">
      <Skeleton height={88} />
      <Skeleton height={420} />
    </div>
  )
}

function Exploring({ model }: { readonly model: SemanticModel }) {
  const services = useServices()
  const { query: said, route } = useLocation()
  const canPin = useMayEdit(services.workspace.datasetOf(model.dataset))
  const link = said['x'] ?? ''
  const opened = useMemo(() => openScreen(services, model, link, route), [model])
  useEffect(() => opened.end, [opened])
  useEffect(() => opened.follow(link), [opened, link])
  return <ExploreView screen={opened.screen} canPin={canPin} />
}

/** A ready dataset, once its model has loaded. */
function Ready({ dataset }: { readonly dataset: Dataset }) {
  const services = useServices()
  const [model, setModel] = useState<SemanticModel | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    void modelOf(services)(dataset.id).then((found) => (found.ok ? setModel(found.value) : setProblem(found.error)))
  }, [dataset.id])
  if (problem) return <FailureNotice problem={problem} />
  return model ? <Exploring model={model} /> : <ExploreSkeleton />
}

/** Shows the explored dataset and a switch to another. */
function Head({ dataset, route }: { readonly dataset: Dataset; readonly route: Route }) {
  const { datasets } = useServices().workspace
  const ready = (datasets.value ?? []).filter(({ status }) => status === 'ready')
  return (
    <header class="page-head explore-page-head row wrap">
      <h1>Explore</h1>
      {ready.length > 1 ? (
        <select
          class="select explore-select"
          aria-label="Dataset"
          value={dataset.id}
          onChange={({ currentTarget }) => route(addressOfLink(currentTarget.value, ''))}
        >
          {ready.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <p class="small muted">
        <a href={`/data/${dataset.id}`}>{ready.length > 1 ? 'About this data' : dataset.name}</a>
        {dataset.rows !== null && ` · ${dataset.rows.toLocaleString('en')} rows`}
      </p>
    </header>
  )
}

function Nothing() {
  return (
    <AbsentPage
      icon={SearchX}
      title="There is nothing to explore here"
      text="This dataset may have been deleted, or it belongs to another account."
    />
  )
}

/** Without a dataset in the URL, uses the featured one. */
function Choose({ route }: { readonly route: Route }) {
  const { datasets, featured } = useServices().workspace
  const first = featured.value?.id
  useEffect(() => {
    if (first) route(addressOfLink(first, ''), true)
  }, [first])
  if (datasets.value && !first) return <Nothing />
  return <ExploreSkeleton />
}

/** The Explore page. */
export function ExplorePage() {
  const { datasetOf, datasets, problem } = useServices().workspace
  const id = useRoute().params['dataset'] ?? ''
  const { route } = useLocation()
  const dataset = id === '' ? null : datasetOf(id)
  useDeviceCopy(id)
  usePageTitle(dataset ? `Explore ${dataset.name}` : 'Explore')
  if (id !== '' && !dataset && datasets.value && !problem.value) return <Nothing />
  return (
    <div class="page explore-page" data-wide="">
      {dataset && <Head dataset={dataset} route={route} />}
      {id === '' ? (
        <Choose route={route} />
      ) : dataset?.status === 'ready' ? (
        <Ready key={`${id} ${dataset.version.number}`} dataset={dataset} />
      ) : (
        <ExploreSkeleton />
      )}
    </div>
  )
}
