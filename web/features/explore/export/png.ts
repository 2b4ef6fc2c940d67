import type { XyScene } from '#core/charts/scenes.ts'

const margin = 20
const titleSize = 17
const legendSize = 13

type Piece = {
  readonly canvas: HTMLCanvasElement
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The elements to draw, relative to the chart's frame. */
function piecesOf(frame: HTMLElement): readonly Piece[] {
  const own = frame.getBoundingClientRect()
  return [...frame.querySelectorAll('canvas')].map((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    return { canvas, x: left - own.left, y: top - own.top, width, height }
  })
}

const colour = (style: CSSStyleDeclaration, name: string): string => style.getPropertyValue(name).trim()

type Drawing = {
  readonly context: CanvasRenderingContext2D
  readonly style: CSSStyleDeclaration
  readonly width: number
}

/** Draws the legend, wrapped to the width; returns its bottom edge. */
function drawLegend({ context, style, width }: Drawing, scene: XyScene, top: number): number {
  if (scene.series.length < 2) return top
  let [x, y] = [margin, top + legendSize]
  context.font = `${legendSize}px ${style.fontFamily}`
  for (const [at, { label }] of scene.series.entries()) {
    const wide = context.measureText(label).width + 34
    if (x + wide > width - margin && x > margin) [x, y] = [margin, y + legendSize + 8]
    context.fillStyle = colour(style, `--chart-${(at % 8) + 1}`)
    context.fillRect(x, y - 9, 10, 10)
    context.fillStyle = colour(style, '--ink')
    context.fillText(label, x + 16, y)
    x += wide
  }
  return y + 14
}

/** Renders a chart with title and legend as PNG. Null if nothing is drawn. */
export async function pngOfChart(frame: HTMLElement, scene: XyScene, title: string): Promise<Blob | null> {
  const pieces = piecesOf(frame)
  const { width, height } = frame.getBoundingClientRect()
  const scale = Math.max(2, devicePixelRatio)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context || pieces.length === 0) return null
  const wide = width + margin * 2
  const legendRoom = scene.series.length > 1 ? 30 + Math.ceil(scene.series.length / 4) * (legendSize + 8) : 0
  canvas.width = wide * scale
  canvas.height = (height + margin * 2 + titleSize + 14 + legendRoom) * scale
  context.scale(scale, scale)
  const style = getComputedStyle(document.documentElement)
  context.fillStyle = colour(style, '--surface-raised')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = colour(style, '--ink')
  context.font = `600 ${titleSize}px ${style.fontFamily}`
  context.fillText(title, margin, margin + titleSize, width)
  const top = drawLegend({ context, style, width: wide }, scene, margin + titleSize + 14)
  for (const piece of pieces)
    context.drawImage(piece.canvas, margin + piece.x, top + piece.y, piece.width, piece.height)
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}
