import type { Preview } from '#core/clean/preview.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import type { Suggestion } from '#core/clean/suggest/suggest-steps.ts'
import type { CleanReply, CleanRequest, Opened } from './clean-messages.ts'

type OpenRequest = Extract<CleanRequest, { kind: 'open' }>

/** core/clean in a web worker of its own, on the rows of one dataset. What cannot be done is null. */
export type LocalCleaner = {
  readonly open: (file: Blob | string, columns: OpenRequest['columns']) => Promise<Opened | null>
  readonly suggest: () => Promise<readonly Suggestion[] | null>
  readonly preview: (recipe: Recipe) => Promise<Preview | null>
  /** Gives back the memory. */
  readonly close: () => void
}

type Unsent = CleanRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never

export function createLocalCleaner(): LocalCleaner {
  const waiting = new Map<number, (reply: CleanReply) => void>()
  const worker = new Worker(new URL('./clean.worker.ts', import.meta.url), { type: 'module' })
  let last = 0
  const abandon = (): void => {
    for (const [id, done] of waiting) done({ id, ok: false })
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<CleanReply>) => {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', abandon)

  function post(request: Unsent): Promise<CleanReply> {
    last += 1
    const id = last
    return new Promise((done) => {
      waiting.set(id, done)
      worker.postMessage({ ...request, id }, [])
    })
  }

  return {
    async open(file, columns) {
      const reply = await post({ kind: 'open', file, columns })
      return reply.ok && reply.kind === 'open' ? reply.value : null
    },
    async suggest() {
      const reply = await post({ kind: 'suggest' })
      return reply.ok && reply.kind === 'suggest' ? reply.value : null
    },
    async preview(recipe) {
      const reply = await post({ kind: 'preview', recipe })
      return reply.ok && reply.kind === 'preview' ? reply.value : null
    },
    close() {
      worker.terminate()
      abandon()
    },
  }
}
