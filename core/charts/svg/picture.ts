import { foldForPicture } from '../drawing/fold.ts'
import type { Drawing, Paint, Shape } from '../drawing/drawing.ts'
import { naturalHeight } from '../drawing/heights.ts'
import { dashOf } from '../drawing/lines-over.ts'
import { layScene } from '../drawing/layouts.ts'
import { cutText, linesWithin, px } from '../drawing/texts.ts'
import type { Scene, SceneColumn, XyScene } from '../scenes.ts'
import { labelWidth, measureAt } from './text-width.ts'

export type PictureSize = { readonly width: number; readonly height: number | null }

/** A chart as it stands by itself: its title, its legend, its drawing and what is to be noted. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly head: readonly Shape[]
  readonly drawing: Drawing
  /** Where the drawing stands. */
  readonly at: { readonly x: number; readonly y: number }
  readonly foot: readonly Shape[]
}

const padding = 16
const titleSize = 15
const legendSize = 12
/** The least height that a drawing gets, in pixels. */
const leastDrawing = 60

type Block = { readonly shapes: readonly Shape[]; readonly height: number }
const none: Block = { shapes: [], height: 0 }

function titleBlock(title: string, width: number): Block {
  if (title === '') return none
  const lines = linesWithin(title, width, measureAt(titleSize * 1.04)).slice(0, 3)
  return {
    shapes: lines.map((text, at) => ({
      shape: 'text',
      x: padding,
      y: at * 20 + 14,
      text,
      fill: 'ink',
      size: titleSize,
      isBold: true,
    })),
    height: lines.length * 20 + 10,
  }
}

type Entry = { readonly label: string; readonly sign: Shape }

const swatch = (series: number): Shape => ({
  shape: 'rect',
  x: 0,
  y: 3,
  width: 8,
  height: 8,
  radius: 2,
  fill: { series },
})
const stroke = (paint: Paint, line = 0): Shape => ({
  shape: 'path',
  d: 'M-2 7H10',
  stroke: paint,
  line: 1.5,
  dash: dashOf(line),
})

/** Which colour is which, nothing where there is but one; and what each line over the marks is. */
function entriesOf({ series, lines = [], trends = [] }: XyScene): readonly Entry[] {
  return [
    ...(series.length < 2 ? [] : series.map(({ label }, at): Entry => ({ label, sign: swatch(at) }))),
    ...lines.map(({ label }, at): Entry => ({ label, sign: stroke('ink', at) })),
    ...trends.map(({ label, series: at }): Entry => ({ label, sign: stroke({ series: at }) })),
  ]
}

function legendBlock(scene: XyScene, width: number): Block {
  const entries = entriesOf(scene)
  if (entries.length === 0) return none
  const measure = measureAt(legendSize)
  const shapes: Shape[] = []
  let [x, y] = [padding, 0]
  for (const { label, sign } of entries) {
    const text = cutText(label, Math.min(220, width - 14), measure)
    const taken = 14 + measure(text)
    if (x > padding && x + taken > padding + width) [x, y] = [padding, y + 20]
    shapes.push(
      { shape: 'group', x: px(x), y, shapes: [sign] },
      { shape: 'text', x: px(x + 14), y: y + 11, text, fill: 'muted', size: legendSize },
    )
    x += taken + 16
  }
  return { shapes, height: y + 28 }
}

const labelOf = ({ label, name }: SceneColumn): string => label ?? name

const hasAxisTitles = (scene: XyScene): boolean =>
  scene.binWidth !== null || scene.series.some(({ style }) => style === 'dot')

type AxisTitles = { readonly up: Block; readonly across: Block }

function axisTitles(scene: Scene, width: number): AxisTitles {
  if (scene.kind !== 'xy' || !hasAxisTitles(scene)) return { up: none, across: none }
  const text = (column: SceneColumn): string => cutText(labelOf(column), width, labelWidth)
  return {
    up: { shapes: [{ shape: 'text', x: padding, y: 10, text: text(scene.y), fill: 'faint' }], height: 16 },
    across: {
      shapes: [{ shape: 'text', x: padding + width, y: 12, text: text(scene.x), anchor: 'end', fill: 'faint' }],
      height: 18,
    },
  }
}

function noteBlock(scene: Scene, width: number): Block {
  const note = 'note' in scene ? scene.note : null
  if (note === null || note === undefined || note === '') return none
  const lines = linesWithin(note, width, labelWidth).slice(0, 6)
  return {
    shapes: lines.map((text, at) => ({ shape: 'text', x: padding, y: at * 16 + 16, text, fill: 'faint' })),
    height: lines.length * 16 + 4,
  }
}

/** Stands blocks under each other. */
function stacked(blocks: readonly Block[], top: number): Block {
  let y = top
  const shapes = blocks.flatMap((block): Shape[] => {
    const at = y
    y += block.height
    return block.shapes.length > 0 ? [{ shape: 'group', x: 0, y: at, shapes: block.shapes }] : []
  })
  return { shapes, height: y - top }
}

/** Lays out a chart with all that belongs to it; it grows where its marks need more room than there is. */
export function pictureOf(whole: Scene, title: string, { width, height }: PictureSize): Picture {
  const scene = foldForPicture(whole)
  const inner = Math.max(80, width - 2 * padding)
  const axes = axisTitles(scene, inner)
  const legend = scene.kind === 'xy' ? legendBlock(scene, inner) : none
  const head = stacked([titleBlock(title, inner), legend, axes.up], padding)
  const footBlocks = [axes.across, noteBlock(scene, inner)]
  const around = head.height + footBlocks.reduce((sum, block) => sum + block.height, 0) + 2 * padding
  const room = height === null ? naturalHeight(scene) : Math.max(leastDrawing, height - around)
  const drawing = layScene(scene, { width: inner, height: room, measure: labelWidth })
  const y = padding + head.height
  const foot = stacked(footBlocks, y + drawing.height)
  return {
    width,
    height: Math.ceil(Math.max(height ?? 0, y + drawing.height + foot.height + padding)),
    head: head.shapes,
    drawing,
    at: { x: padding, y },
    foot: foot.shapes,
  }
}
