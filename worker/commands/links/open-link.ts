import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Dashboard } from '../../db/dashboards.ts'
import type { Store } from '../../db/store.ts'
import { digest } from '../../security/digest.ts'
import type { VisitorDeps } from '../command.ts'
import { everything } from '../../db/standing.ts'

/** Target of a public link: its dashboard, the store of its workspace, and its disclosure rule. */
export type OpenedLink = {
  readonly dashboard: Dashboard
  readonly store: Store
  /** True if the owner allows groups of any size. */
  readonly isOpen: boolean
  readonly least: number
}

/** Resolves a link token. */
export async function openLink(service: VisitorDeps, token: string): Promise<Result<OpenedLink, Failure>> {
  const link = await service.linkOf(digest(token))
  if (!link) return fail('share/gone')
  service.trail.visited({ workspace: link.workspace, user: null })
  const store = service.storeOf(link.workspace, everything)
  const dashboard = await store.dashboards.find(link.dashboard)
  const { isOpen, least } = link
  return dashboard ? ok({ dashboard, store, isOpen, least }) : fail('share/gone')
}
