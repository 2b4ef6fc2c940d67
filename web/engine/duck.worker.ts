import { DuckSession, type SqlResult } from '#core/sql/duck/session.ts'
import type { DuckFile, DuckReply, DuckRequest } from './duck-messages.ts'

const megabyte = 1024 * 1024
/** A page has more memory than an isolate; the page terminates this worker at the timeout. */
const bounds = { memory: 1536 * megabyte, work: Number.POSITIVE_INFINITY, seconds: Number.POSITIVE_INFINITY }
/** Uncompressed bytes of the pinned engine, for the progress bar. */
const engineBytes = 18_105_915
/** DuckDB-WASM's number for a Blob that is read in pieces. */
const blobProtocol = 2

const reply = (message: DuckReply, transfer: Transferable[] = []): void => self.postMessage(message, { transfer })

/** Fetches the engine and reports progress. */
async function fetchEngine(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`The engine answered ${response.status}`)
  let loaded = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        loaded += piece.byteLength
        reply({ kind: 'loading', share: Math.min(1, loaded / engineBytes) })
        controller.enqueue(piece)
      },
    }),
  )
  return WebAssembly.compileStreaming(new Response(counted, { headers: { 'content-type': 'application/wasm' } }))
}

let session: Promise<DuckSession> | null = null
const held = new Map<string, string>()

async function start(url: string, known: WebAssembly.Module | null): Promise<DuckSession> {
  const module = known ?? (await fetchEngine(url))
  const started = await DuckSession.start(bounds, {
    instantiate: async (imports) => ({
      module,
      instance: await WebAssembly.instantiate(module, imports as WebAssembly.Imports),
    }),
    now: () => performance.now(),
    pause: () => Promise.resolve(),
  })
  reply({ kind: 'started', compiled: module })
  return started
}

function hold(duck: DuckSession, files: readonly DuckFile[]): void {
  for (const { table, version, file } of files) {
    if (held.get(table) === version) continue
    if (held.has(table)) duck.remove(table)
    duck.addHandle(table, file, blobProtocol)
    held.set(table, version)
  }
}

const buffersOf = ({ table }: SqlResult): Transferable[] =>
  table.columns.map((column) => (column.type === 'text' ? column.codes.buffer : column.values.buffer) as ArrayBuffer)

async function run({ sql, gated, files }: Extract<DuckRequest, { kind: 'run' }>): Promise<void> {
  const duck = await session
  if (!duck) throw new Error('The engine was not started')
  hold(duck, files)
  const started = performance.now()
  const result = await duck.run(gated, { sql })
  if (!result.ok) return reply({ kind: 'refused', error: result.error, isBroken: duck.isBroken })
  reply({ kind: 'result', result: result.value, ms: performance.now() - started }, buffersOf(result.value))
}

const broken = (error: unknown): void =>
  reply({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) })

self.addEventListener('message', ({ data }: MessageEvent<DuckRequest>) => {
  if (data.kind === 'run') return void run(data).catch(broken)
  session = start(data.url, data.compiled)
  session.catch(broken)
})
