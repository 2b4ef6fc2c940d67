import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

export type Point = { readonly x: number; readonly y: number }

/** A line of a tooltip; the swatch shows the colour of its series, counted from zero. */
type TooltipLine = {
  readonly label: string
  readonly value: string
  readonly swatch?: number | undefined
  readonly isFocused?: boolean
}

type Props = {
  readonly title: string
  readonly lines: readonly TooltipLine[]
  /** Where the mark is in the window. */
  readonly anchor: () => Point | null
  /** Another mark, another key. */
  readonly of: unknown
}

const away = 14
const margin = 8

const within = (value: number, room: number, size: number): number =>
  Math.max(margin, Math.min(value, room - size - margin))

/** Right of the mark where there is room, else above or below it, so that it hides neither mark nor name. */
function placeBeside({ x, y }: Point, { width, height }: DOMRect): Point {
  const right = x + away
  if (right + width + margin <= innerWidth) return { x: right, y: within(y - height / 2, innerHeight, height) }
  const above = y - height - away
  return { x: within(x - width / 2, innerWidth, width), y: above >= margin ? above : y + away }
}

/** The values of the mark that is looked at. In the top layer, so that no tile cuts it off; the ear has its own reading. */
export function SceneTooltip({ title, lines, anchor, of }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(false)
  useLayoutEffect(() => {
    const tooltip = element.current
    const point = anchor()
    if (!tooltip || !point) return
    setScrolled(false)
    tooltip.showPopover()
    const { x, y } = placeBeside(point, tooltip.getBoundingClientRect())
    tooltip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }, [of])
  useEffect(() => {
    const hide = (): void => setScrolled(true)
    addEventListener('scroll', hide, { capture: true, passive: true })
    return () => removeEventListener('scroll', hide, { capture: true })
  }, [])
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
        {lines.map(({ label, value, swatch, isFocused }, at) => (
          <div key={at} data-focused={isFocused ? '' : undefined}>
            <dt>
              {swatch !== undefined && <span class="scene-swatch" data-series={(swatch % 8) + 1} />}
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
