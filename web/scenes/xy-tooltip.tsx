import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import type { XyScene } from '#core/charts/scenes.ts'
import type { MarkIndex, Plot } from './plot.ts'
import { readingAt } from './reading.ts'
import { SceneTooltip, type Point } from './scene-tooltip.tsx'

type Props = {
  readonly plot: Plot
  readonly host: RefObject<HTMLElement | null>
  readonly scene: XyScene
  readonly focus: MarkIndex
}

/** Where the focused mark is in the window. */
function anchorOf({ plot, host, focus }: Props): Point | null {
  const box = host.current?.getBoundingClientRect()
  const marks = plot.marksAt(focus.at)
  const mark = marks.find(({ series }) => series === focus.series) ?? marks[0]
  if (!box) return null
  const band = plot.bandAt(focus.at)
  const point = mark ?? (band && { x: band.left + band.width / 2, y: band.top + band.height / 2 })
  return point && { x: box.left + point.x, y: box.top + point.y }
}

/** The values of one category or position. */
export function XyTooltip(props: Props) {
  const { scene, focus } = props
  const { title, lines } = readingAt(scene, focus.at)
  const of = useMemo(() => ({}), [scene, focus.at, focus.series])
  const told = lines.map(({ series, label, value }) => ({
    label,
    value,
    swatch: series >= 0 && scene.series.length > 1 ? series : undefined,
    isFocused: lines.length > 1 && series === focus.series,
  }))
  return <SceneTooltip title={title} lines={told} anchor={() => anchorOf(props)} of={of} />
}
