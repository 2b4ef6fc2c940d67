import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Config } from '../config.ts'
import type { Dataset } from '../db/datasets.ts'
import type { Store } from '../db/store.ts'
import type { More } from '../db/usage.ts'

type Means = { readonly config: Config; readonly store: Store }

/** The term that so much more may be stored; with it nothing is written beyond the quota. Only guests have one. */
export const roomFor = ({ config, store }: Means, more: More) => store.room(more, config.guest)

/** Why so much more may not be stored. */
export async function whyNoRoom({ config, store }: Means, more: More): Promise<Result<never, Failure>> {
  const { datasets, bytes } = config.guest
  const used = await store.usage(more.from)
  if (more.datasets > 0 && used.datasets + more.datasets > datasets) return fail('quota/datasets', { limit: datasets })
  return fail('quota/bytes', { megabytes: Math.round(bytes / 1_000_000) })
}

/** Does so much more fit as things stand? Asked before costly work; what is written at its end has `roomFor` as a term. */
export async function admitToQuota(means: Means, more: More): Promise<Result<null, Failure>> {
  return (await means.store.hasRoom(more, means.config.guest)) ? ok(null) : whyNoRoom(means, more)
}

/** What an upload needs: the room of a dataset, if it makes one, and twice its bytes where a cleaned version follows. */
export const needOf = (bytes: number, dataset: Dataset | null): More => ({
  datasets: dataset ? 0 : 1,
  bytes: dataset?.recipe ? 2 * bytes : bytes,
})
