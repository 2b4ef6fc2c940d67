import { formatCell } from '../../format/format-cell.ts'
import type { SceneOf } from '../scenes.ts'
import type { Layout } from './drawing.ts'
import { cutText, px } from './texts.ts'

/** From this many characters on, the figure is shortened. */
const roomFor = 9
/** Of labels, in pixels; what `measure` measures. */
const labelSize = 11

/** The figure as it is written large: shortened where it is long. */
export function figureText({ value, format }: SceneOf<'number'>): { readonly whole: string; readonly shown: string } {
  const whole = formatCell(value, format)
  const isLong = whole.length > roomFor && format !== 'date'
  return { whole, shown: isLong ? formatCell(value, format, { compact: true }) : whole }
}

/** One figure, as large as its room allows, with its label below. */
export const layNumber: Layout<'number'> = (scene: SceneOf<'number'>, room) => {
  const { width, height, measure } = room
  const { whole, shown } = figureText(scene)
  const size = Math.max(20, Math.min(64, height * 0.5, ((width - 16) / Math.max(1, measure(shown))) * labelSize))
  const middle = height / 2
  return {
    width,
    height,
    under: [],
    marks: [
      {
        shapes: [
          { shape: 'text', x: 0, y: px(middle + size * 0.25), text: shown, fill: 'ink', size: px(size), isBold: true },
          {
            shape: 'text',
            x: 0,
            y: px(middle + size * 0.25 + 22),
            text: cutText(scene.label, (width * labelSize) / 13, measure),
            fill: 'muted',
            size: 13,
          },
        ],
        at: { x: 0, y: middle },
        title: scene.label,
        lines: [{ label: scene.label, value: whole }],
      },
    ],
    over: [],
  }
}
