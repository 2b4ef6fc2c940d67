import type { DrawnMark, Paint, Shape, TextShape } from '../drawing/drawing.ts'
import { colourIn, type Theme } from './themes.ts'

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What XML cannot hold at all: control characters and halves of surrogate pairs. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text within an element or an attribute, with no markup of its own. */
export const escaped = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (character) => names[character] ?? '')

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element with attributes; those that are missing are left out. */
export function element(name: string, attributes: Attributes, inner?: string): string {
  const told = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(value))}"`]))
    .join('')
  return inner === undefined ? `<${name}${told}/>` : `<${name}${told}>${inner}</${name}>`
}

const paintOf = (theme: Theme, paint: Paint | undefined): string | undefined =>
  paint === undefined ? undefined : colourIn(theme, paint)

/** Our typeface; where it is not there, that of the system. */
export const family =
  "'Geist', 'Geist Variable', ui-sans-serif, system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
/** The bold file names a family of its own, by which alone a drawing library finds it. */
const boldFamily = `'Geist SemiBold', ${family}`

function writeText({ x, y, text, fill, anchor, size, isBold, turn }: TextShape, theme: Theme): string {
  if (text === '') return ''
  return element(
    'text',
    {
      x,
      y,
      fill: colourIn(theme, fill),
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-size': size,
      'font-weight': isBold ? 600 : undefined,
      'font-family': isBold ? boldFamily : undefined,
      transform: turn === undefined ? undefined : `rotate(${turn} ${x} ${y})`,
    },
    escaped(text),
  )
}

function writeGroup({ x, y, clip, shapes }: Extract<Shape, { shape: 'group' }>, theme: Theme): string {
  const inner = writeShapes(shapes, theme)
  return clip ? element('svg', { x, y, ...clip }, inner) : element('g', { transform: `translate(${x} ${y})` }, inner)
}

/** One shape as SVG. */
function writeShape(shape: Shape, theme: Theme): string {
  if (shape.shape === 'text') return writeText(shape, theme)
  if (shape.shape === 'group') return writeGroup(shape, theme)
  const painted = {
    fill: paintOf(theme, shape.fill) ?? 'none',
    stroke: paintOf(theme, shape.stroke),
    'stroke-width': shape.stroke === undefined ? undefined : (shape.line ?? 1),
    'stroke-dasharray': shape.dash?.join(' '),
    'fill-opacity': shape.opacity,
  }
  switch (shape.shape) {
    case 'path':
      return element('path', { d: shape.d, ...painted })
    case 'rect': {
      const { x, y, width, height, radius } = shape
      return element('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), rx: radius, ...painted })
    }
    case 'circle':
      return element('circle', { cx: shape.x, cy: shape.y, r: shape.r, ...painted })
  }
}

export const writeShapes = (shapes: readonly Shape[], theme: Theme): string =>
  shapes.map((shape) => writeShape(shape, theme)).join('')

const spoken = ({ title, lines }: DrawnMark): string =>
  `${title}${title === '' ? '' : ': '}${lines.map(({ label, value }) => `${label} ${value}`).join(', ')}`

/** A mark with what it says when it is pointed at. */
export const writeMark = (mark: DrawnMark, theme: Theme): string =>
  mark.shapes.length === 0
    ? ''
    : element('g', {}, element('title', {}, escaped(spoken(mark))) + writeShapes(mark.shapes, theme))
