import { layScene } from '../drawing/layouts.ts'
import type { Size } from '../drawing/drawing.ts'
import type { Scene } from '../scenes.ts'
import { labelWidth } from './text-width.ts'
import type { Theme } from './themes.ts'
import { element, writeMark, writeShapes } from './write-shape.ts'

/** The page's own colours by name, so that the drawing has those of its theme. */
const pageTheme: Theme = {
  surface: 'var(--surface-raised)',
  ink: 'var(--ink)',
  muted: 'var(--ink-muted)',
  faint: 'var(--ink-faint)',
  line: 'var(--line)',
  strong: 'var(--line-strong)',
  series: Array.from({ length: 8 }, (_, at) => `var(--chart-${at + 1})`),
}

/** The marks and axes of a scene as SVG to stand in the page before its own code draws them there. */
export function writePageDrawing(scene: Scene, size: Size): string {
  const { width, height, under, marks, over } = layScene(scene, { ...size, measure: labelWidth })
  const inner = [
    writeShapes(under, pageTheme),
    ...marks.map((mark) => writeMark({ ...mark, title: '', lines: [] }, pageTheme)),
    writeShapes(over, pageTheme),
  ].join('')
  return element(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    inner,
  )
}
