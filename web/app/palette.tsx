import { CircleUser, CodeXml, Compass, Database, House, LayoutDashboard, Table2, Trash2 } from 'lucide'
import { useLocation } from 'preact-iso'
import type { PaletteCommand } from '../features/palette/model.ts'
import { Palette } from '../features/palette/view.tsx'
import { askAnywhere } from './ask-anywhere.ts'
import { recentFirst } from './recent.ts'
import { useServices } from './services.ts'
import { readyDatasets } from './table-names.ts'
import { dashboardsApart, type Workspace } from './workspace.ts'

const screens = [
  { text: 'Home', icon: House, href: '/' },
  { text: 'Explore', icon: Compass, href: '/explore' },
  { text: 'SQL', icon: CodeXml, href: '/sql' },
  { text: 'All datasets', icon: Database, href: '/data' },
  { text: 'Recently deleted', icon: Trash2, href: '/deleted' },
  { text: 'Account', icon: CircleUser, href: '/account' },
] as const

/** Palette entries: datasets by last use, dashboards, screens. */
function commandsFor({ datasets, dashboards }: Workspace, route: (url: string) => void): readonly PaletteCommand[] {
  const known = recentFirst(datasets.value ?? [])
  return [
    ...known.map(({ id, name }) => ({
      id,
      text: name,
      note: 'Dataset',
      icon: Table2,
      run: () => route(`/data/${id}`),
    })),
    ...dashboardsApart(dashboards.value ?? [], known).map(({ id, title }) => ({
      id,
      text: title,
      note: 'Dashboard',
      icon: LayoutDashboard,
      run: () => route(`/dashboards/${id}`),
    })),
    ...screens.map(({ text, icon, href }) => ({ id: href, text, note: 'Screen', icon, run: () => route(href) })),
  ]
}

/** The command palette of this workspace. */
export function WorkspacePalette({ onClose }: { readonly onClose: () => void }) {
  const services = useServices()
  const { workspace } = services
  const { route } = useLocation()
  const canAsk = (readyDatasets(workspace).value ?? []).length > 0
  return (
    <Palette
      commands={commandsFor(workspace, route)}
      onAsk={canAsk ? (question) => void askAnywhere(services, question, route) : null}
      onClose={onClose}
    />
  )
}
