import type { Preview } from '#core/clean/preview.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import type { Suggestion } from '#core/clean/suggest/suggest-steps.ts'
import type { CleanReply, CleanRequest, Opened } from './clean-messages.ts'
import { callsTo } from './worker-calls.ts'

type OpenRequest = Extract<CleanRequest, { kind: 'open' }>

/** core/clean in a web worker, on one dataset's rows. Failed calls return null. */
export type LocalCleaner = {
  readonly open: (file: Blob | string, columns: OpenRequest['columns']) => Promise<Opened | null>
  readonly suggest: () => Promise<readonly Suggestion[] | null>
  readonly preview: (recipe: Recipe) => Promise<Preview | null>
  /** Frees the memory. */
  readonly close: () => void
}

export function createLocalCleaner(): LocalCleaner {
  const worker = new Worker(new URL('./clean.worker.ts', import.meta.url), { type: 'module' })
  const { call, end } = callsTo<CleanRequest, CleanReply>(worker)
  return {
    async open(file, columns) {
      const reply = await call({ kind: 'open', file, columns })
      return reply?.ok && reply.kind === 'open' ? reply.value : null
    },
    async suggest() {
      const reply = await call({ kind: 'suggest' })
      return reply?.ok && reply.kind === 'suggest' ? reply.value : null
    },
    async preview(recipe) {
      const reply = await call({ kind: 'preview', recipe })
      return reply?.ok && reply.kind === 'preview' ? reply.value : null
    },
    close: end,
  }
}
