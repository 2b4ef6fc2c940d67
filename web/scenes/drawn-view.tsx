import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { foldBy } from '#core/charts/drawing/fold.ts'
import type { Drawing, DrawnMark, Layout, Room, Size } from '#core/charts/drawing/drawing.ts'
import type { SceneKind, SceneOf } from '#core/charts/scenes.ts'
import { summaryOf } from '#core/charts/summary.ts'
import { chartRole } from './chart-role.ts'
import { readPlotTheme, textWidth } from './plot-theme.ts'
import { RowsLeft } from './rows-left.tsx'
import { SceneNote } from './scene-note.tsx'
import { SceneTooltip } from './scene-tooltip.tsx'
import { ShapeView } from './shape-view.tsx'
import { useSize } from './use-size.ts'
import type { View, ViewProps } from './view-props.ts'

/** More rows than this help nobody who listens to them. */
const rowLimit = 100

type Focus = { readonly at: number; readonly byKeys: boolean }

/** Where a key leads from a mark; null for keys that mean nothing here. */
function step(key: string, at: number, { marks, across = 1 }: Drawing): number | null {
  const last = marks.length - 1
  const row = across > 1 ? across : 1
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at < 0 ? 0 : at + row,
    ArrowUp: at < 0 ? 0 : at - row,
    Home: 0,
    End: last,
  }
  const moved = Object.hasOwn(moves, key) ? moves[key] : undefined
  return moved === undefined ? null : Math.max(0, Math.min(last, moved))
}

const markAt = (event: Event): number | null => {
  const found = (event.target as Element | null)?.closest<SVGElement>('[data-mark]')
  return found ? Number(found.dataset['mark']) : null
}

/** Which mark the pointer or the keyboard is at, with the listeners that find out. */
function useFocus(drawing: Drawing | null, onPick: ViewProps['onPick']) {
  const [focus, setFocus] = useState<Focus | null>(null)
  const clear = (): void => setFocus(null)
  useEffect(clear, [drawing])
  const look = (event: PointerEvent): void => {
    const at = markAt(event)
    setFocus(at === null ? null : { at, byKeys: false })
  }
  const pick = (): void => {
    const mark = focus && drawing?.marks[focus.at]
    if (mark?.key !== undefined) onPick?.(mark.key, mark.series)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return clear()
    if (event.key === 'Enter' || event.key === ' ') pick()
    const next = drawing && step(event.key, focus?.at ?? -1, drawing)
    if (next !== null) setFocus({ at: next, byKeys: true })
    if (next !== null || event.key === ' ') event.preventDefault()
  }
  const onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') clear()
  }
  return {
    focus,
    listeners: { onPointerMove: look, onPointerDown: look, onPointerLeave, onBlur: clear, onClick: pick, onKeyDown },
  }
}

const spoken = ({ title, lines }: DrawnMark): string =>
  `${title}${title === '' ? '' : ': '}${lines.map(({ label, value }) => `${label} ${value}`).join(', ')}`

/** The same figures as a table, for screen readers. */
function Alternative({ marks, label }: { readonly marks: readonly DrawnMark[]; readonly label: string }) {
  return (
    <div class="scene-hidden">
      <table>
        <caption>
          {label}
          {marks.length > rowLimit ? `, the first ${rowLimit} of ${marks.length}` : ''}
        </caption>
        <tbody>
          {marks.slice(0, rowLimit).map(({ title, lines }, at) => (
            <tr key={at}>
              <th scope="row">{title === '' ? at + 1 : title}</th>
              {lines.map((line) => (
                <td key={line.label}>
                  {line.label} {line.value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Marks({ drawing, focus }: { readonly drawing: Drawing; readonly focus: Focus | null }) {
  const { width, height, under, marks, over } = drawing
  return (
    <svg class="scene-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {under.map((shape, at) => (
        <ShapeView key={at} shape={shape} />
      ))}
      {marks.map(({ shapes }, at) => (
        <g key={at} data-mark={at} data-focused={focus?.at === at ? '' : undefined}>
          {shapes.map((shape, at) => (
            <ShapeView key={at} shape={shape} />
          ))}
        </g>
      ))}
      <g class="scene-drawing-over">
        {over.map((shape, at) => (
          <ShapeView key={at} shape={shape} />
        ))}
      </g>
    </svg>
  )
}

const nothing = { drawing: null, left: 0 } as const

function roomOf(frame: HTMLElement, size: Size): Room {
  const theme = readPlotTheme(frame)
  return { ...size, measure: (text) => textWidth(text, theme) }
}

function drawn<Kind extends SceneKind>(scene: SceneOf<Kind>, lay: Layout<Kind>, room: Room, isFolded: boolean) {
  const { scene: part, left } = isFolded ? foldBy(lay)(scene, room) : { scene, left: 0 }
  return { drawing: lay(part, room), left }
}

/** The view of scenes that are laid out as shapes: drawn as SVG, read by pointer, keys and ear. */
export function viewOf<Kind extends SceneKind>(lay: Layout<Kind>): View<Kind> {
  return function DrawnView({ scene, label, onPick, more }: ViewProps<Kind>) {
    const frame = useRef<HTMLDivElement>(null)
    const room = useSize(frame)
    const { drawing, left } = useMemo(
      () => (room && frame.current ? drawn(scene, lay, roomOf(frame.current, room), more !== undefined) : nothing),
      [scene, room],
    )
    const { focus, listeners } = useFocus(drawing, onPick)
    const mark = focus && drawing?.marks[focus.at]
    const note = 'note' in scene ? scene.note : null
    const anchor = () => {
      const box = frame.current?.getBoundingClientRect()
      const scrolled = frame.current?.scrollTop ?? 0
      return box && mark ? { x: box.left + mark.at.x, y: box.top + mark.at.y - scrolled } : null
    }
    return (
      <figure class="scene-xy" data-scene={drawing ? scene.kind : undefined}>
        <div
          class="scene-frame"
          ref={frame}
          {...chartRole(`${label}. ${summaryOf(scene)}`)}
          data-pickable={onPick ? '' : undefined}
          {...listeners}
        >
          {drawing && <Marks drawing={drawing} focus={focus} />}
        </div>
        <SceneNote note={note} />
        <RowsLeft scene={scene} count={left} more={more} />
        {mark && <SceneTooltip title={mark.title} lines={mark.lines} anchor={anchor} of={mark} />}
        <p class="scene-hidden" role="status">
          {focus?.byKeys && mark ? spoken(mark) : ''}
        </p>
        {drawing && <Alternative marks={drawing.marks} label={label} />}
      </figure>
    )
  }
}
