import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Deps } from '../commands/command.ts'

type More = { readonly datasets: number; readonly bytes: number }

/** May so much more be stored? Only guests have quotas. */
export async function admitToQuota(
  { config, caller, store }: Pick<Deps, 'config' | 'caller' | 'store'>,
  more: More,
): Promise<Result<null, Failure>> {
  if (caller.kind === 'member') return ok(null)
  const [used, open] = await Promise.all([store.usage(), store.uploads.open()])
  const { datasets, bytes } = config.guest
  if (more.datasets > 0 && used.datasets + open.uploads + more.datasets > datasets)
    return fail('quota/datasets', { limit: datasets })
  if (used.bytes + open.bytes + more.bytes > bytes)
    return fail('quota/bytes', { megabytes: Math.round(bytes / 1_000_000) })
  return ok(null)
}
