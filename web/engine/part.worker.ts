import { type Part, partOfSource } from '#core/engine/parts/part-of-source.ts'
import { runPart } from '#core/engine/parts/run-part.ts'
import { ok, type Result } from '#core/result.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { cachingSource } from '#core/table/caching-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Table } from '#core/table/table.ts'
import { breathingSource } from './breathing-source.ts'
import { fileAt } from './file-at.ts'
import { mostHeld } from './most-held.ts'
import { createUnderWay } from './under-way.ts'
import type { PartReply, PartRequest } from './part-messages.ts'

const sources = new Map<string, Source>()

async function open(dataset: string, file: Blob | string, part: Part): Promise<Result<null>> {
  const whole = await parquetSource(await fileAt(file))
  if (!whole.ok) return whole
  sources.set(dataset, breathingSource(cachingSource(partOfSource(whole.value, part), mostHeld / part.of)))
  return ok(null)
}

const underWay = createUnderWay()

async function answer(request: PartRequest): Promise<Result<Table | null>> {
  switch (request.kind) {
    case 'open':
      return open(request.dataset, request.file, request.part)
    case 'run': {
      const source = sources.get(request.dataset)
      if (!source) throw new Error(`No part of ${request.dataset} is here`)
      return underWay.during(request.id, (signal) => runPart(request.plain, source, signal))
    }
    case 'close':
      sources.delete(request.dataset)
      return ok(null)
    case 'stop':
      underWay.stop(request.call)
      return ok(null)
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PartRequest>) => {
  const { id } = data
  void answer(data)
    .then((result): PartReply =>
      result.ok ? { id, ok: true, known: result.value } : { id, ok: false, problem: result.error },
    )
    .catch((): PartReply => ({ id, ok: false, problem: null }))
    .then((reply) => self.postMessage(reply, { transfer: [] }))
})
