import type { Shape } from '../drawing/drawing.ts'
import type { Scene } from '../scenes.ts'
import { summaryOf } from '../summary.ts'
import { fontFaces, type EmbeddedFont } from './fonts.ts'
import { pictureOf, type Picture, type PictureSize } from './picture.ts'
import { labelSize } from './text-width.ts'
import { themes, turned, type ThemeName } from './themes.ts'
import { element, escaped, family, writeMark, writeShapes } from './write-shape.ts'

export type SvgOptions = PictureSize & { readonly title: string; readonly theme: ThemeName }

/** A picture that is laid out, with what is needed to write it. */
export type Sketch = { readonly scene: Scene; readonly picture: Picture; readonly options: SvgOptions }

export const sketchOf = (scene: Scene, options: SvgOptions): Sketch => ({
  scene,
  picture: pictureOf(scene, options.title, options),
  options,
})

const textsIn = (shapes: readonly Shape[]): readonly { text: string; isBold: boolean }[] =>
  shapes.flatMap((shape) =>
    shape.shape === 'text'
      ? [{ text: shape.text, isBold: shape.isBold ?? false }]
      : shape.shape === 'group'
        ? textsIn(shape.shapes)
        : [],
  )

/** Every text of a picture, to find the typefaces that it needs. */
export function textsOf({ picture: { head, drawing, foot } }: Sketch): ReturnType<typeof textsIn> {
  const { under, marks, over } = drawing
  return textsIn([...head, ...under, ...marks.flatMap(({ shapes }) => shapes), ...over, ...foot])
}

/** A picture as SVG that runs no script and fetches nothing; typefaces that are given stand within it. */
export function writeSvg({ scene, picture, options }: Sketch, fonts: readonly EmbeddedFont[] = []): string {
  const theme = turned(themes[options.theme], scene.turn ?? 0)
  const { width, height, head, drawing, at, foot } = picture
  const marks = drawing.marks.map((mark) => writeMark(mark, theme)).join('')
  const inner = [
    element('title', {}, escaped(options.title === '' ? summaryOf(scene) : options.title)),
    element('desc', {}, escaped(summaryOf(scene))),
    fonts.length > 0 ? element('style', {}, fontFaces(fonts)) : '',
    element('rect', { width, height, fill: theme.surface }),
    writeShapes(head, theme),
    element(
      'g',
      { transform: `translate(${at.x} ${at.y})` },
      writeShapes(drawing.under, theme) + marks + writeShapes(drawing.over, theme),
    ),
    writeShapes(foot, theme),
  ]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': family,
      'font-size': labelSize,
    },
    inner.join(''),
  )
}
