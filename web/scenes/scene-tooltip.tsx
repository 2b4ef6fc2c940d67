import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { XyScene } from '#core/charts/chart.ts'
import type { MarkIndex, Plot } from './plot.ts'
import { readingAt } from './reading.ts'

type Props = {
  readonly plot: Plot
  readonly host: RefObject<HTMLElement | null>
  readonly scene: XyScene
  readonly focus: MarkIndex
}

const away = 14
const margin = 8

type Point = { readonly x: number; readonly y: number }

const within = (value: number, room: number, size: number): number =>
  Math.max(margin, Math.min(value, room - size - margin))

/** Right of the mark where there is room, else above or below it, so that it hides neither mark nor name. */
function placeBeside({ x, y }: Point, { width, height }: DOMRect): Point {
  const right = x + away
  if (right + width + margin <= innerWidth) return { x: right, y: within(y - height / 2, innerHeight, height) }
  const above = y - height - away
  return { x: within(x - width / 2, innerWidth, width), y: above >= margin ? above : y + away }
}

/** Where the focused mark is in the window. */
function anchorOf({ plot, host, focus }: Props): Point | null {
  const box = host.current?.getBoundingClientRect()
  const marks = plot.marksAt(focus.at)
  const mark = marks.find(({ series }) => series === focus.series) ?? marks[0]
  if (!box) return null
  const band = plot.bandAt(focus.at)
  const place = mark ?? (band && { x: band.left + band.width / 2, y: band.top + band.height / 2 })
  return place && { x: box.left + place.x, y: box.top + place.y }
}

/** The values of the mark that is looked at. In the top layer, so that no tile cuts it off; the ear has its own reading. */
export function SceneTooltip(props: Props) {
  const { scene, focus } = props
  const element = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(false)
  useLayoutEffect(() => {
    const tooltip = element.current
    const anchor = anchorOf(props)
    if (!tooltip || !anchor) return
    setScrolled(false)
    tooltip.showPopover()
    const { x, y } = placeBeside(anchor, tooltip.getBoundingClientRect())
    tooltip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }, [scene, focus.at, focus.series])
  useEffect(() => {
    const hide = (): void => setScrolled(true)
    addEventListener('scroll', hide, { capture: true, passive: true })
    return () => removeEventListener('scroll', hide, { capture: true })
  }, [])
  const { title, lines } = readingAt(scene, focus.at)
  return (
    <div
      class="scene-tooltip"
      ref={element}
      popover="manual"
      aria-hidden="true"
      data-scrolled={scrolled ? '' : undefined}
    >
      {title && <p class="scene-tooltip-title">{title}</p>}
      <dl>
        {lines.map(({ series, label, value }) => (
          <div key={label} data-focused={lines.length > 1 && series === focus.series ? '' : undefined}>
            <dt>
              {series >= 0 && scene.series.length > 1 && <span class="scene-swatch" data-series={(series % 8) + 1} />}
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
