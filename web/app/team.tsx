import { Building2, Folders, LogOut, Plus, ScrollText, Users } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { hasRight } from '#core/access/rights.ts'
import { type OwnWorkspace, workspaces } from '../people-api.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { showToast } from '../ui/toast-model.ts'
import { useServices } from './services.ts'
import { enterWorkspace, followOtherTabs } from './enter-workspace.ts'
import './team.css'

/** What one may do in this workspace besides working in it, from the table of rights. */
function screensFor({ role }: OwnWorkspace, route: (to: string) => void): MenuItem[] {
  return [
    { text: 'Projects', icon: Folders, run: () => route('/projects') },
    ...(hasRight(role, { may: 'read', object: 'member' })
      ? [{ text: 'People and groups', icon: Users, run: () => route('/people') }]
      : []),
    ...(hasRight(role, { may: 'read', object: 'audit' })
      ? [{ text: 'Audit and usage', icon: ScrollText, run: () => route('/audit') }]
      : []),
  ]
}

/** The workspace that one is in, and the others that one may go on in. */
export function Team() {
  const services = useServices()
  const { route } = useLocation()
  const all = services.standing.own.value
  useEffect(followOtherTabs, [])
  const here = all.find(({ isHere }) => isHere)
  if (!here) return null
  const enter = (go: () => ReturnType<typeof workspaces.switch>): void =>
    void enterWorkspace(services.workspace, go).then((problem) => problem && showToast(problem))
  const others = all.flatMap(({ id, name, role, isHere }) =>
    isHere ? [] : [{ text: name, hint: role, icon: LogOut, run: () => enter(() => workspaces.switch(id)) }],
  )
  const another: MenuItem = { text: 'New workspace', icon: Plus, run: () => route('/people#new-workspace') }
  const items = [
    ...screensFor(here, route),
    ...others,
    ...(hasRight(here.role, { may: 'own', object: 'workspace' }) ? [another] : []),
  ]
  return (
    <div class="team">
      <span class="nav-link grow">
        <span class="clip grow">{here.name}</span>
        <span class="nav-note">{here.role}</span>
      </span>
      {items.length > 0 && <Menu label="Workspaces" icon={Building2} size="small" items={items} />}
    </div>
  )
}
