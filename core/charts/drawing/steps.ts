import { formatCell } from '../../format/format-cell.ts'
import type { SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { DrawnMark, Layout, Paint, Shape } from './drawing.ts'
import { rowFrame } from './row-frame.ts'
import { px, widestOf } from './texts.ts'

type Step = SceneOf<'steps'>['steps'][number]

const paintOf = ({ from, to, isTotal }: Step): Paint => (isTotal ? { series: 6 } : { series: to >= from ? 0 : 1 })

/** What each adds or takes, from where the one before ends, and what they come to. */
export const laySteps: Layout<'steps'> = (scene: SceneOf<'steps'>, room) => {
  const { steps, y } = scene
  const signed = ({ from, to, isTotal }: Step): number => (isTotal ? to : to - from)
  const texts = steps.map((step) => {
    const text = formatCell(signed(step), y.format, { compact: true, type: y.type })
    return step.isTotal || signed(step) < 0 ? text : `+${text}`
  })
  const ends = steps.flatMap(({ from, to }) => [from, to])
  const frame = rowFrame(
    {
      labels: steps.map(({ label }) => label),
      y,
      least: Math.min(0, ...ends),
      most: Math.max(0, ...ends),
      zero: true,
      atEnd: widestOf(texts, room.measure) + 12,
    },
    room,
  )
  const bar = Math.min(22, frame.rowHeight * 0.64)
  const marks = steps.map((step, row): DrawnMark => {
    const [from, to] = [frame.along(step.from), frame.along(step.to)]
    const [start, end] = [Math.min(from, to), Math.max(from, to)]
    const y0 = frame.middle(row)
    return {
      shapes: [
        {
          shape: 'rect',
          x: px(start),
          y: px(y0 - bar / 2),
          width: px(Math.max(1.5, end - start)),
          height: px(bar),
          radius: 2,
          fill: paintOf(step),
        },
        { shape: 'text', x: px(end + 6), y: px(y0 + 4), text: texts[row] ?? '', fill: step.isTotal ? 'ink' : 'muted' },
      ],
      at: { x: (start + end) / 2, y: y0 },
      title: step.label,
      lines: [
        { label: y.label ?? y.name, value: writeCell(signed(step), y) },
        ...(step.isTotal ? [] : [{ label: 'Up to here', value: writeCell(step.to, y) }]),
      ],
      ...(step.key === undefined ? {} : { key: step.key }),
    }
  })
  const links = steps.slice(0, -1).map(({ to }, row): Shape => ({
    shape: 'path',
    d: `M${px(frame.along(to))} ${px(frame.middle(row) + bar / 2)}V${px(frame.middle(row + 1) - bar / 2)}`,
    stroke: 'strong',
    line: 1,
  }))
  return { width: room.width, height: frame.height, under: [...frame.shapes, ...links], marks, over: [], across: 1 }
}
