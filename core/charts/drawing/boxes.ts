import type { Box, SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { DrawnMark, Layout, Shape } from './drawing.ts'
import { rowFrame, type RowFrame } from './row-frame.ts'
import { px } from './texts.ts'

function shapesOf(box: Box, row: number, { along, middle, rowHeight }: RowFrame): Shape[] {
  const y = middle(row)
  const half = Math.min(14, rowHeight * 0.32)
  const [low, lower, center, upper, high] = [box.low, box.lower, box.middle, box.upper, box.high].map((value) =>
    px(along(value)),
  ) as [number, number, number, number, number]
  return [
    {
      shape: 'path',
      d: `M${low} ${px(y)}H${lower}M${upper} ${px(y)}H${high}M${low} ${px(y - half / 2)}V${px(y + half / 2)}M${high} ${px(y - half / 2)}V${px(y + half / 2)}`,
      stroke: { series: 0 },
      line: 1.5,
    },
    {
      shape: 'rect',
      x: lower,
      y: px(y - half),
      width: Math.max(1, px(upper - lower)),
      height: px(2 * half),
      radius: 2,
      fill: { amount: 0.35 },
      stroke: { series: 0 },
    },
    { shape: 'path', d: `M${center} ${px(y - half)}V${px(y + half)}`, stroke: { series: 0 }, line: 2.5 },
    ...box.outliers.map((value): Shape => ({
      shape: 'circle',
      x: px(along(value)),
      y: px(y),
      r: 2.5,
      fill: { series: 0 },
      opacity: 0.55,
    })),
  ]
}

/** A box from the first quartile to the third, whiskers to the furthest values within 1.5 of its length. */
export const layBoxes: Layout<'boxes'> = (scene: SceneOf<'boxes'>, room) => {
  const { boxes, y } = scene
  const ends = boxes.flatMap(({ low, high, outliers }) => [low, high, ...outliers])
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const frame = rowFrame(
    { labels: boxes.map(({ label }) => label), y, least, most, zero: least >= 0 && least < most * 0.4 },
    room,
  )
  const write = (value: number): string => writeCell(value, y)
  const marks = boxes.map((box, row): DrawnMark => ({
    shapes: shapesOf(box, row, frame),
    at: { x: frame.along(box.middle), y: frame.middle(row) },
    title: box.label,
    lines: [
      { label: 'Upper whisker', value: write(box.high) },
      { label: 'Upper quartile', value: write(box.upper) },
      { label: 'Median', value: write(box.middle) },
      { label: 'Lower quartile', value: write(box.lower) },
      { label: 'Lower whisker', value: write(box.low) },
      ...(box.outliers.length > 0 ? [{ label: 'Beyond', value: box.outliers.length.toLocaleString('en') }] : []),
    ],
    key: box.key,
  }))
  return { width: room.width, height: frame.height, under: frame.shapes, marks, over: [], across: 1 }
}
