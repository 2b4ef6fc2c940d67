import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Dashboard } from '../../db/dashboards.ts'
import type { Store } from '../../db/store.ts'
import { digest } from '../../security/digest.ts'
import type { Service } from '../../service.ts'

/** What a public link leads to: one dashboard, and the store of its workspace to answer its tiles from. */
export async function openLink(
  service: Service,
  token: string,
): Promise<Result<{ readonly dashboard: Dashboard; readonly store: Store }, Failure>> {
  const link = await service.linkOf(digest(token))
  if (!link) return fail('share/gone')
  const store = service.storeOf(link.workspace)
  const dashboard = await store.dashboards.find(link.dashboard)
  return dashboard ? ok({ dashboard, store }) : fail('share/gone')
}
