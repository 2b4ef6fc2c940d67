import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { narrowTo, type Key } from '#core/explore/drill.ts'
import { asksNothing } from '#core/explore/exploration.ts'
import type { Cell } from '#core/table/table.ts'
import { SceneSkeleton } from '../../scenes/scene-skeleton.tsx'
import { SceneView } from '../../scenes/scene-view.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { MarkMenu } from './mark-menu.tsx'
import { markOfCell, markOfChart, selectedFilters } from './marks.ts'
import type { Shown } from './model.ts'
import type { Picture } from './picture.ts'
import type { Screen } from './screen.ts'
import { SheetTable } from './sheet-table.tsx'
import { Start } from './start.tsx'

type Props = { readonly screen: Screen; readonly picture: Picture | null; readonly title: string }

type Picked = { readonly mark: readonly Key[]; readonly x: number; readonly y: number }

/** Records the time until the result was drawn, as a performance measure. */
function useRedrawMeasure(shown: Shown | null): void {
  useLayoutEffect(() => {
    if (!shown) return
    const frame = requestAnimationFrame(() =>
      performance.measure('explore redraw', { start: shown.since, end: performance.now() }),
    )
    return () => cancelAnimationFrame(frame)
  }, [shown])
}

/** Last pointer position within an element; its centre before any. */
function usePointer() {
  const place = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const note = (event: PointerEvent): void => {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect()
    place.current = { x: event.clientX - left, y: event.clientY - top }
  }
  const forget = (): void => void (place.current = null)
  return { place, note, forget }
}

/** The chart or cells; the previous ones stay until the next arrive. */
function Drawn({ screen, picture, title }: Props & { readonly picture: Picture }) {
  const [picked, setPicked] = useState<Picked | null>(null)
  const { explore } = screen
  const box = useRef<HTMLDivElement>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  const { place, note, forget } = usePointer()
  useEffect(() => setPicked(null), [picture])
  const asked = explore.shown.value?.asked
  const isCurrent = asked === explore.asked.value
  const pick = (mark: readonly Key[], from: { readonly x: number; readonly y: number } | null): void => {
    const { width = 0, height = 0 } = box.current?.getBoundingClientRect() ?? {}
    if (mark.length > 0 && isCurrent) setPicked({ mark, ...(from ?? { x: width / 2, y: height / 2 }) })
  }
  if (!asked) return null
  const pickCell = (row: number, column: number, at: HTMLElement): void => {
    const [cell, own] = [at.getBoundingClientRect(), box.current?.getBoundingClientRect()]
    pick(markOfCell(asked, picture, row, column), own ? { x: cell.right - own.left, y: cell.bottom - own.top } : null)
  }
  return (
    <div
      class="explore-drawn"
      ref={box}
      data-view={picture.view}
      data-loading={explore.isComputing.value ? '' : undefined}
      onPointerDown={note}
      onKeyDown={forget}
    >
      {picture.chart ? (
        <SceneView
          scene={picture.chart.scene}
          label={title}
          onPick={(value: Cell, series?: Cell) => pick(markOfChart(asked, picture, value, series), place.current)}
          onSelect={(selected) => {
            const filters = selectedFilters(asked, picture, selected)
            const otherwise = 'No filter tells these marks apart. Mark fewer of them.'
            explore.change(filters && narrowTo(asked, filters), 'Only what was marked.', otherwise)
          }}
        />
      ) : (
        <SheetTable sheet={picture.sheet} screen={screen} label={title} isShaded={asked.shaded} onPick={pickCell} />
      )}
      <span class="explore-anchor" ref={anchor} style={picked ? { left: `${picked.x}px`, top: `${picked.y}px` } : {}} />
      {picked && (
        <MarkMenu
          key={JSON.stringify(picked)}
          screen={screen}
          picture={picture}
          mark={picked.mark}
          anchor={anchor}
          onClose={() => setPicked(null)}
        />
      )}
    </div>
  )
}

/** The result: a chart or sheet, a placeholder, how to start, or the problem. */
export function Result({ screen, picture, title }: Props) {
  const { explore } = screen
  const problem = explore.problem.value
  useRedrawMeasure(explore.shown.value)
  if (asksNothing(explore.asked.value)) return <Start screen={screen} />
  return (
    <>
      {problem && (
        <FailureNotice problem={problem}>
          <Button size="small" onClick={explore.undo} disabled={!explore.canUndo.value}>
            Undo
          </Button>
          <Button size="small" onClick={explore.retry}>
            Try again
          </Button>
        </FailureNotice>
      )}
      {picture ? (
        <Drawn screen={screen} picture={picture} title={title} />
      ) : (
        !problem && (
          <div class="explore-drawn">
            <SceneSkeleton />
          </div>
        )
      )}
    </>
  )
}
