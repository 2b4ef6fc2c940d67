import { layScene } from '#core/charts/drawing/layouts.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import { echartsPlot } from '#web/scenes/echarts-plot.ts'
import { readPlotTheme, textWidth } from '#web/scenes/plot-theme.ts'
import { uplotPlot } from '#web/scenes/uplot-plot.ts'

const room = { width: 640, height: 320 }
/** Pixels that a mark of the page may stand away from that of the edge. */
const near = 2
/** Of 255: how much more of its own colour than of others a pixel of a mark has. */
const strong = 100

/** Red, green and blue, so that the pixels of one series cannot be those of another. */
const channelOf = (series: number): number => series % 3

/** How much a pixel has of the colour of a series, whatever it is mixed with. */
function amountAt(image: ImageData, x: number, y: number, series: number): number {
  const from = (Math.round(y) * image.width + Math.round(x)) * 4
  const channels = [0, 1, 2].map((at) => image.data[from + at] ?? 0)
  const own = channels[channelOf(series)] ?? 0
  const others = channels.filter((_, at) => at !== channelOf(series))
  return own - Math.max(...others)
}

function isNear(image: ImageData, { x, y }: { x: number; y: number }, series: number): boolean {
  for (let dx = -near; dx <= near; dx += 1)
    for (let dy = -near; dy <= near; dy += 1) if (amountAt(image, x + dx, y + dy, series) > strong) return true
  return false
}

/** Pixels as the page shows them: canvas on white. */
function imageOf(host: HTMLElement): ImageData {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, room)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('A canvas can be drawn on')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, room.width, room.height)
  for (const drawn of host.querySelectorAll('canvas')) context.drawImage(drawn, 0, 0, room.width, room.height)
  return context.getImageData(0, 0, room.width, room.height)
}

export type Compared = { readonly marks: number; readonly missed: readonly string[] }

/** Draws a scene by the page's libraries, and looks there for every mark that the edge's code lays out. */
async function compare(scene: XyScene): Promise<Compared> {
  const host = document.createElement('div')
  document.body.append(host)
  Object.assign(host.style, { width: `${room.width}px`, height: `${room.height}px` })
  const theme = readPlotTheme(host)
  const isBars = scene.categories !== null && scene.series.some(({ style }) => style === 'bar')
  const plot = (isBars ? echartsPlot : uplotPlot)(host)
  plot.draw(scene, theme, room)
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))
  const image = imageOf(host)
  const { marks } = layScene(scene, { ...room, measure: (text) => textWidth(text, theme) })
  const missed = marks.flatMap(({ at, title, lines }): string[] => {
    const series = scene.series.findIndex(({ label }) => label === lines[0]?.label)
    if (!isNear(image, at, series)) return [`${title}, ${lines[0]?.label}: nothing at ${at.x}, ${at.y}`]
    const [x, y] = scene.horizontal ? [at.x + near + 1, at.y] : [at.x, at.y - near - 1]
    const goesOn = isBars && !scene.stack && amountAt(image, x, y, series) > strong
    return goesOn ? [`${title}, ${lines[0]?.label}: goes on beyond ${at.x}, ${at.y}`] : []
  })
  plot.destroy()
  host.remove()
  return { marks: marks.length, missed }
}

Object.assign(globalThis, { compareMarks: compare })
