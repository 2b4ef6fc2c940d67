import { CircleUser, CodeXml, Compass, LayoutDashboard, LogIn, Monitor, Moon, Plus, Sun, Table2, Trash2 } from 'lucide'
import { useLocation } from 'preact-iso'
import { catalog, type DashboardSummary, type Dataset } from '../api.ts'
import { SearchBox } from '../features/catalog/search-box.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Mark } from '../ui/mark.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useMay, useMayEdit } from './may.ts'
import { removeDashboard, removeDataset } from './removal.ts'
import { Deferred } from './deferred.tsx'
import { screen } from './screen.tsx'
import { useServices } from './services.ts'
import { chooseTheme } from './session.ts'
import type { ThemeChoice } from './theme.ts'
import { dashboardsApart, ownDashboard } from './workspace.ts'

/** Loaded once somebody with an account is there. */
const Team = screen(() => import('./team.tsx').then(({ Team }) => Team))

/** Product name and home link. */
export function Brand() {
  return (
    <a class="brand" href="/">
      <Mark size={22} />
      <span>Edgewise</span>
    </a>
  )
}

const statusWords = { pending: 'waiting', processing: 'being read', ready: 'ready', failed: 'failed' } as const

/** After an entry is removed, the focus moves to its neighbour, or to the button that creates one. */
function focusBeside(button: HTMLElement): void {
  const item = button.closest('li')
  const beside = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('a')
  const next = beside ?? document.querySelector<HTMLElement>('.sidebar-new')
  next?.focus()
}

function DatasetLink({ dataset, current }: { readonly dataset: Dataset; readonly current: boolean }) {
  const services = useServices()
  const canEdit = useMayEdit(dataset)
  const { id, name, status, sample } = dataset
  return (
    <li class="nav-item">
      <a class="nav-link" href={`/data/${id}`} aria-current={current ? 'page' : undefined}>
        <Icon icon={Table2} />
        <span class="clip grow">{name}</span>
        {sample && <span class="nav-note">sample</span>}
        {status !== 'ready' && (
          <span
            class="status-dot"
            data-status={status}
            role="img"
            aria-label={statusWords[status]}
            title={statusWords[status]}
          />
        )}
      </a>
      {canEdit && (
        <Button
          kind="quiet"
          size="small"
          class="nav-remove"
          icon={Trash2}
          label={`Delete ${name}`}
          onClick={(event) => {
            removeDataset(services, dataset)
            focusBeside(event.currentTarget)
          }}
        />
      )}
    </li>
  )
}

function DashboardLink({ entry, current }: { readonly entry: DashboardSummary; readonly current: boolean }) {
  const { workspace } = useServices()
  const canEdit = useMay()({ may: 'edit', object: 'dashboard' }, workspace.datasetOf(entry.dataset ?? ''))
  return (
    <li class="nav-item">
      <a class="nav-link" href={`/dashboards/${entry.id}`} aria-current={current ? 'page' : undefined}>
        <Icon icon={LayoutDashboard} />
        <span class="clip grow">{entry.title}</span>
      </a>
      {canEdit && (
        <Button
          kind="quiet"
          size="small"
          class="nav-remove"
          icon={Trash2}
          label={`Delete ${entry.title}`}
          onClick={(event) => {
            removeDashboard(workspace, entry)
            focusBeside(event.currentTarget)
          }}
        />
      )}
    </li>
  )
}

function NavSkeleton() {
  return (
    <div class="nav-skeleton" aria-hidden="true">
      <Skeleton width="72%" />
    </div>
  )
}

function DatasetList({ path }: { readonly path: string }) {
  const { datasets, dashboards } = useServices().workspace
  if (!datasets.value) return <NavSkeleton />
  if (datasets.value.length === 0) return <p class="nav-empty">Files you load appear here.</p>
  const isCurrent = (id: string): boolean =>
    path === `/data/${id}` || path === `/dashboards/${ownDashboard(dashboards.value ?? [], id)?.id}`
  return (
    <ul>
      {datasets.value.map((dataset) => (
        <DatasetLink key={dataset.id} dataset={dataset} current={isCurrent(dataset.id)} />
      ))}
    </ul>
  )
}

function Dashboards({ path }: { readonly path: string }) {
  const { datasets, dashboards } = useServices().workspace
  const apart = dashboardsApart(dashboards.value ?? [], datasets.value ?? [])
  if (apart.length === 0) return null
  return (
    <section>
      <h2 class="nav-title">Dashboards</h2>
      <ul>
        {apart.map((entry) => (
          <DashboardLink key={entry.id} entry={entry} current={path === `/dashboards/${entry.id}`} />
        ))}
      </ul>
    </section>
  )
}

type ScreenLinkProps = {
  readonly href: string
  readonly icon: typeof Sun
  readonly text: string
  readonly current: boolean
}

/** A link to a screen that does not depend on a dataset. */
function ScreenLink({ href, icon, text, current }: ScreenLinkProps) {
  return (
    <a class="nav-link" href={href} aria-current={current ? 'page' : undefined}>
      <Icon icon={icon} />
      <span class="clip grow">{text}</span>
    </a>
  )
}

const themes: readonly { readonly id: ThemeChoice; readonly icon: typeof Sun; readonly text: string }[] = [
  { id: 'light', icon: Sun, text: 'Light' },
  { id: 'dark', icon: Moon, text: 'Dark' },
  { id: 'system', icon: Monitor, text: 'As the system' },
]

function ThemeSwitch() {
  const { session } = useServices()
  const chosen = session.theme.value
  return (
    <div class="theme-switch" role="group" aria-label="Theme">
      {themes.map(({ id, icon, text }) => (
        <Button
          key={id}
          kind="quiet"
          size="small"
          icon={icon}
          label={text}
          aria-pressed={chosen === id}
          onClick={() => void chooseTheme(session, id)}
        />
      ))}
    </div>
  )
}

function Identity() {
  const who = useServices().session.account.value
  if (!who)
    return (
      <div class="guest-note" data-waiting="">
        <Skeleton width={150} />
      </div>
    )
  if (who.kind === 'member')
    return (
      <>
        <Deferred height={36}>
          <Team />
        </Deferred>
        <a class="nav-link" href="/account">
          <Icon icon={CircleUser} />
          <span class="clip grow">{who.name || who.email}</span>
        </a>
      </>
    )
  return (
    <div class="guest-note">
      <p>You are a guest. Sign up to keep your work.</p>
      <div class="row">
        <a class="button" data-size="small" href="/sign-up">
          Sign up
        </a>
        <a class="button" data-size="small" data-kind="quiet" href="/sign-in">
          <Icon icon={LogIn} size={15} />
          Sign in
        </a>
      </div>
    </div>
  )
}

type Props = { readonly open: boolean; readonly onClose: () => void }

/** Datasets, dashboards and account of this workspace; a drawer on phones. */
export function Sidebar({ open, onClose }: Props) {
  const { path, route } = useLocation()
  const may = useMay()
  return (
    <>
      {open && <button type="button" class="sidebar-scrim" aria-label="Close the menu" onClick={onClose} />}
      <nav id="sidebar" class="sidebar" data-open={open ? '' : undefined} aria-label="Workspace">
        <div class="sidebar-head">
          <Brand />
        </div>
        {may({ may: 'edit', object: 'upload' }) && (
          <a class="button sidebar-new" href="/">
            <Icon icon={Plus} />
            New dataset
          </a>
        )}
        <SearchBox search={catalog.search} onOpen={(dataset) => route(`/data/${dataset}`)} />
        <div class="sidebar-screens">
          <ScreenLink href="/explore" icon={Compass} text="Explore" current={path.startsWith('/explore')} />
          <ScreenLink href="/sql" icon={CodeXml} text="SQL" current={path === '/sql'} />
        </div>
        <div class="sidebar-lists">
          <section>
            <h2 class="nav-title">
              <a href="/data">Datasets</a>
            </h2>
            <DatasetList path={path} />
          </section>
          <Dashboards path={path} />
        </div>
        <div class="sidebar-foot">
          {may({ may: 'edit', object: 'dataset' }) && (
            <ScreenLink href="/deleted" icon={Trash2} text="Recently deleted" current={path === '/deleted'} />
          )}
          <Identity />
          <ThemeSwitch />
        </div>
      </nav>
    </>
  )
}
