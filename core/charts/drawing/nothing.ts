import type { SceneOf } from '../scenes.ts'
import type { Layout } from './drawing.ts'
import { linesWithin } from './texts.ts'

const lineHeight = 18

/** Why nothing is drawn. */
export const layEmpty: Layout<'empty'> = ({ reason }: SceneOf<'empty'>, { width, height, measure }) => ({
  width,
  height,
  under: linesWithin(reason, ((width - 16) * 11) / 13, measure).map((text, at) => ({
    shape: 'text',
    x: width / 2,
    y: height / 2 + at * lineHeight,
    text,
    anchor: 'middle',
    fill: 'muted',
    size: 13,
  })),
  marks: [],
  over: [],
})
