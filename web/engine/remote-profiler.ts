import type { IngestReport } from '#core/ingest/ingest-report.ts'
import type { Batch } from '#core/ingest/reader.ts'
import type { Profiling } from '#core/profile/load-file.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { NumberMarks } from '#core/profile/profiler.ts'
import type { Field } from '#core/table/table.ts'

export type ProfilerRequest =
  | { readonly kind: 'begin'; readonly fields: readonly Field[]; readonly marks: NumberMarks }
  | { readonly kind: 'add'; readonly batch: Batch }
  | { readonly kind: 'finish'; readonly report: IngestReport }

export type ProfilerReply = { readonly kind: 'added' } | { readonly kind: 'finished'; readonly profile: Profile }

/** Maximum batches in transit; each is a copy. */
const maxUnderWay = 2

type Waiting = { readonly done: (reply: ProfilerReply) => void; readonly failed: (reason: Error) => void }

/** Profiles in a separate worker while this thread reads: one file at a time, replies in request order. */
export function createRemoteProfiler() {
  const worker = new Worker(new URL('./profiler.worker.ts', import.meta.url), { type: 'module' })
  const waiting: Waiting[] = []
  let broken: Error | null = null
  worker.addEventListener('message', ({ data }: MessageEvent<ProfilerReply>) => waiting.shift()?.done(data))
  worker.addEventListener('error', ({ message }) => {
    broken = new Error(message || 'The profiler did not start.')
    for (const { failed } of waiting.splice(0)) failed(broken)
  })
  const send = (request: ProfilerRequest): void => worker.postMessage(request, [])
  const ask = (request: ProfilerRequest): Promise<ProfilerReply> =>
    new Promise((done, failed) => {
      if (broken) return failed(broken)
      waiting.push({ done, failed })
      send(request)
    })

  return function startProfiling(fields: readonly Field[], marks: NumberMarks): Profiling {
    const underWay: Promise<unknown>[] = []
    send({ kind: 'begin', fields, marks })
    return {
      async add(batch) {
        const added = ask({ kind: 'add', batch })
        // May be awaited late or never; the next caller gets the failure.
        added.catch(() => null)
        underWay.push(added)
        if (underWay.length >= maxUnderWay) await underWay.shift()
      },
      async finish(report) {
        const reply = await ask({ kind: 'finish', report })
        if (reply.kind !== 'finished') throw new Error('The profiler lost its place.')
        return reply.profile
      },
    }
  }
}
