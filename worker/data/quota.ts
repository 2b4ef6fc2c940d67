import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Config } from '../config.ts'
import type { Dataset } from '../db/datasets.ts'
import type { Store } from '../db/store.ts'
import type { More } from '../db/usage.ts'

type Means = { readonly config: Config; readonly store: Store }

/** Term: the amount fits the quota at the time of writing. Only guests have a quota. */
export const roomFor = ({ config, store }: Means, more: More) => store.room(more, config.guest)

/** The failure of an exceeded quota. */
export async function whyNoRoom({ config, store }: Means, more: More): Promise<Result<never, Failure>> {
  const { datasets, bytes } = config.guest
  const used = await store.usage(more.from)
  if (more.datasets > 0 && used.datasets + more.datasets > datasets) return fail('quota/datasets', { limit: datasets })
  return fail('quota/bytes', { megabytes: Math.round(bytes / 1_000_000) })
}

/** Checks the quota before costly work; the final write repeats it with `roomFor`. */
export async function admitToQuota(means: Means, more: More): Promise<Result<null, Failure>> {
  return (await means.store.hasRoom(more, means.config.guest)) ? ok(null) : whyNoRoom(means, more)
}

/** Storage an upload needs: a dataset if it creates one, and twice its bytes if a cleaned version follows. */
export const needOf = (bytes: number, dataset: Dataset | null): More => ({
  datasets: dataset ? 0 : 1,
  bytes: dataset?.recipe ? 2 * bytes : bytes,
})
