import type { XyScene } from '#core/charts/scenes.ts'
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

/** Draws a line of a million points several times; the title of the page then says how long each took to be painted. */
async function measure(): Promise<void> {
  const host = document.createElement('div')
  document.body.append(host)
  const plot = uplotPlot(host)
  const taken: number[] = []
  for (let run = 0; run < 6; run += 1) {
    const start = performance.now()
    plot.draw(scene, readPlotTheme(host), size)
    await painted()
    taken.push(performance.now() - start)
  }
  document.title = JSON.stringify(taken)
}

void measure()
