import type { XyScene } from '#core/charts/scenes.ts'
import { linesOver } from '#core/charts/drawing/lines-over.ts'
import type { MarkIndex, Plot } from './plot.ts'
import { ShapeView } from './shape-view.tsx'

type Props = { readonly plot: Plot; readonly scene: XyScene; readonly focus: MarkIndex }

const isDots = ({ series }: XyScene): boolean => series.some(({ style }) => style === 'dot')

/** Shows over the plot which mark is meant: a band behind bars, a hairline with points on lines, a ring round a dot. */
export function PlotOverlay({ plot, scene, focus }: Props) {
  const band = plot.bandAt(focus.at)
  if (band) return <div class="scene-band" style={pixels(band)} />
  const marks = plot.marksAt(focus.at)
  const area = plot.area()
  const [first] = marks
  return (
    <>
      {!isDots(scene) && first && (
        <div class="scene-hairline" style={pixels({ left: first.x, top: area.top, height: area.height })} />
      )}
      {marks.map(({ series, x, y }) => (
        <div
          key={series}
          class={isDots(scene) ? 'scene-ring' : 'scene-point'}
          data-series={(series % 8) + 1}
          data-focused={series === focus.series ? '' : undefined}
          style={pixels({ left: x, top: y })}
        />
      ))}
    </>
  )
}

/** Reference lines and trends, over the marks. */
export function LinesOver({ plot, scene }: Omit<Props, 'focus'>) {
  const placing = scene.lines || scene.trends ? plot.placing() : null
  if (!placing) return null
  return (
    <svg class="scene-lines" aria-hidden="true">
      {linesOver(scene, placing).map((shape, at) => (
        <ShapeView key={at} shape={shape} />
      ))}
    </svg>
  )
}

const pixels = (box: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(box).map(([name, value]) => [name, `${value}px`]))
