import { type Part, partOfSource } from '#core/engine/parts/part-of-source.ts'
import { runPart } from '#core/engine/parts/run-part.ts'
import type { Query } from '#core/query/query.ts'
import type { Result } from '#core/result.ts'
import type { Source } from '#core/table/source.ts'
import type { Table } from '#core/table/table.ts'
import type { PartReply, PartRequest } from './part-messages.ts'
import { callsTo } from './worker-calls.ts'

/** Minimum rows for a second worker; below it, messaging takes longer than the work saved. */
const minRows = 300_000
/** Maximum workers; more would be limited by memory bandwidth. */
const maxWorkers = 8

/** The workers on one dataset's rows: this one with the first part, helpers with the others. */
export type Parts = {
  /** Runs a plain Query on every part; throws if a helper failed. */
  readonly ask: (plain: Query, signal: AbortSignal) => Promise<readonly Result<Table>[]>
  readonly close: () => void
}

type Helper = ReturnType<typeof callsTo<PartRequest, PartReply>>

const startHelper = (): Helper => callsTo(new Worker(new URL('./part.worker.ts', import.meta.url), { type: 'module' }))

/** One worker per processor, started with the first large dataset. */
export function createParts(processors: number) {
  const of = Math.min(maxWorkers, processors)
  let helpers: readonly Helper[] | null = null

  return async function open(dataset: string, file: Blob | string, source: Source): Promise<Parts | null> {
    const rows = source.rowGroups.reduce((sum, group) => sum + group.rows, 0)
    if (of < 2 || rows < minRows) return null
    helpers ??= Array.from({ length: of - 1 }, startHelper)
    const others = helpers
    const own = partOfSource(source, { index: 0, of })
    const tell = (request: (part: Part) => Parameters<Helper['call']>[0]) =>
      Promise.all(others.map(({ call }, at) => call(request({ index: at + 1, of }))))
    const opened = await tell((part) => ({ kind: 'open', dataset, file, part }))
    if (opened.some((reply) => !reply?.ok)) return null
    return {
      ask: async (plain, signal) => {
        const [mine, ...theirs] = await Promise.all([
          runPart(plain, own, signal),
          ...others.map(async ({ call }) => resultOf(await call({ kind: 'run', dataset, plain }, signal))),
        ])
        return [mine, ...theirs]
      },
      close: () => void tell(() => ({ kind: 'close', dataset })),
    }
  }
}

function resultOf(reply: PartReply | null): Result<Table> {
  if (reply?.ok && reply.known) return { ok: true, value: reply.known }
  if (reply?.ok === false && reply.problem) return { ok: false, error: reply.problem }
  throw new Error('A part of the rows was not worked on')
}
