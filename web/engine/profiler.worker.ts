import { Profiler } from '#core/profile/profiler.ts'
import type { ProfilerReply, ProfilerRequest } from './remote-profiler.ts'

const reply = (message: ProfilerReply): void => self.postMessage(message, { transfer: [] })

let profiler: Profiler | null = null

self.addEventListener('message', ({ data }: MessageEvent<ProfilerRequest>) => {
  switch (data.kind) {
    case 'begin':
      profiler = new Profiler(data.fields, data.marks)
      return
    case 'add':
      profiler?.add(data.batch)
      return reply({ kind: 'added' })
    case 'finish':
      if (profiler) reply({ kind: 'finished', profile: profiler.finish(data.report) })
      profiler = null
  }
})
