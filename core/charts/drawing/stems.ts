import { formatCell } from '../../format/format-cell.ts'
import type { SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { DrawnMark, Layout } from './drawing.ts'
import { rowFrame } from './row-frame.ts'
import { px, widestOf } from './texts.ts'

/** A dot at the end of a stem from zero, with its figure. */
export const layStems: Layout<'stems'> = (scene: SceneOf<'stems'>, room) => {
  const { stems, y } = scene
  const known = stems.map(({ value }) => value).filter((value) => !Number.isNaN(value))
  const texts = stems.map(({ value }) =>
    Number.isNaN(value) ? '—' : formatCell(value, y.format, { compact: true, type: y.type }),
  )
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)]
  const frame = rowFrame(
    {
      labels: stems.map(({ label }) => label),
      y,
      least,
      most,
      zero: true,
      atEnd: widestOf(texts, room.measure) + 16,
      isQuiet: least === 0,
    },
    room,
  )
  const zero = px(frame.along(0))
  const marks = stems.map(({ label, key, value }, row): DrawnMark => {
    const at = { x: px(frame.along(Number.isNaN(value) ? 0 : value)), y: px(frame.middle(row)) }
    return {
      shapes: [
        { shape: 'path', d: `M${zero} ${at.y}H${at.x}`, stroke: { series: 0 }, line: 2 },
        ...(Number.isNaN(value) ? [] : [{ shape: 'circle' as const, ...at, r: 5, fill: { series: 0 } }]),
        { shape: 'text', x: Math.max(zero, at.x) + 10, y: at.y + 4, text: texts[row] ?? '', fill: 'muted' },
      ],
      at,
      title: label,
      lines: [{ label: y.label ?? y.name, value: writeCell(Number.isNaN(value) ? null : value, y) }],
      key,
    }
  })
  return { width: room.width, height: frame.height, under: frame.shapes, marks, over: [], across: 1 }
}
