import type { XyScene } from '#core/charts/scenes.ts'
import { windowed } from '#core/charts/drawing/view-window.ts'
import { readPlotTheme } from '#web/scenes/plot-theme.ts'
import { uplotPlot } from '#web/scenes/uplot-plot.ts'

const count = 1_000_000
const size = { width: 1000, height: 300 }

const scene: XyScene = {
  kind: 'xy',
  x: { name: 'at', type: 'timestamp', format: 'date' },
  categories: null,
  positions: Float64Array.from({ length: count }, (_, at) => Date.UTC(2020, 0, 1) + at * 60_000),
  keys: [],
  y: { name: 'value', type: 'decimal', format: 'number' },
  series: [
    {
      label: 'value',
      y: Float64Array.from({ length: count }, (_, at) => Math.sin(at / 5000) * 100 + ((at * 7919) % 101)),
      style: 'line',
    },
  ],
  horizontal: false,
  binWidth: null,
  names: null,
  note: null,
}

const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

const from = Date.UTC(2020, 0, 1)
const minute = 60_000

/** A part of the line, as a share of it from a place on. */
function part(start: number, share: number): XyScene {
  const [min, max] = [from + start * count * minute, from + (start + share) * count * minute]
  return windowed(scene, { x: { min, max }, y: null }).scene
}

const pans = 60

/**
 * Draws a line of a million points several times, then zooms and pans; the title of the page then says how long each
 * took to be painted, and how long each frame was while it was panned by one step a frame.
 */
async function measure(): Promise<void> {
  const host = document.createElement('div')
  document.body.append(host)
  const plot = uplotPlot(host)
  const theme = readPlotTheme(host)
  const timed = async (draw: () => unknown): Promise<number> => {
    const start = performance.now()
    draw()
    await painted()
    return performance.now() - start
  }
  const drawn: number[] = []
  for (let run = 0; run < 6; run += 1) drawn.push(await timed(() => plot.draw(scene, theme, size)))
  const zoomed: number[] = []
  for (const share of [0.8, 0.5, 0.3, 0.1, 0.01])
    zoomed.push(await timed(() => plot.draw(part(0.1, share), theme, size)))
  const frames: number[] = []
  const work: number[] = []
  let before = performance.now()
  for (let step = 0; step < pans; step += 1) {
    const now = await new Promise<number>(requestAnimationFrame)
    frames.push(now - before)
    before = now
    const start = performance.now()
    plot.draw(part(step / 200, 0.5), theme, size)
    work.push(performance.now() - start)
  }
  document.title = JSON.stringify({ drawn, zoomed, frames: frames.slice(1), work })
}

void measure()
