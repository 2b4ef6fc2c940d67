import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { RowChoice } from '#core/engine/rows/row-view.ts'
import type { RowViews } from '../../../engine/row-views.ts'
import type { Problem } from '../../../transport.ts'
import { type Blocks, createBlocks } from './blocks.ts'

/** The current view of rows: their number and their cells. */
export type SeenRows = { readonly rows: number; readonly view: number; readonly blocks: Blocks }

/** Opens a new view when the choice of rows changes; the previous view stays visible meanwhile. */
export function followRows(views: RowViews, choice: ReadonlySignal<RowChoice>, onRows: (rows: number) => void) {
  const seen = signal<SeenRows | null>(null)
  const isOpening = signal(true)
  /** Why rows are missing; null while none are. */
  const problem = signal<Problem | null>(null)
  /** Increments when cells arrive. */
  const arrivals = signal(0)
  let stop = new AbortController()

  function blocksOf(view: number): Blocks {
    return createBlocks({
      read: (from, to, columns) => views.read(view, { from, to, columns }),
      onChange: (failed) => {
        if (seen.peek()?.view !== view) return
        if (failed) problem.value = views.problem()
        arrivals.value += 1
      },
    })
  }

  async function open(wanted: RowChoice): Promise<void> {
    stop.abort()
    stop = new AbortController()
    const { signal: aborted } = stop
    isOpening.value = true
    const opened = await views.open(wanted, aborted)
    if (aborted.aborted) return
    isOpening.value = false
    problem.value = opened === null ? views.problem() : null
    if (opened === null) return
    const before = seen.peek()
    if (before) views.close(before.view)
    seen.value = { ...opened, blocks: blocksOf(opened.view) }
    onRows(opened.rows)
  }

  const dispose = effect(() => void open(choice.value))

  return {
    seen,
    isOpening,
    problem,
    arrivals,
    retry: () => open(choice.peek()),
    end(): void {
      dispose()
      stop.abort()
      views.end()
    },
  }
}
