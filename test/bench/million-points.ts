import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import { pageScript } from '../support/page-script.ts'
import type { Benchmark, Measurement } from './benchmark.ts'

const figure = (name: string, ours: number): Measurement => ({ name, ours, others: {} })

type Taken = {
  readonly drawn: readonly number[]
  readonly zoomed: readonly number[]
  readonly frames: readonly number[]
  readonly work: readonly number[]
}

const middleOf = (taken: readonly number[]): number =>
  taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN

/** A line of a million points, drawn by the library and the code of the page. */
export const millionPoints: Benchmark = {
  title: 'A line of 1,000,000 points in the browser',
  async run() {
    const executablePath = findChromium()
    if (!executablePath) return []
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    const page = await browser.newPage()
    await page.setContent('<title></title>')
    await page.addScriptTag({ content: await pageScript('test/bench/page/million-points.ts') })
    await page.waitForFunction(() => document.title !== '')
    const { drawn, zoomed, frames, work } = JSON.parse(await page.title()) as Taken
    const [first = Number.NaN, ...again] = drawn
    await browser.close()
    return [
      figure('first paint (to be under 150 ms)', first),
      figure('drawn anew, to the paint (median of 5)', middleOf(again)),
      figure('zoomed to 80 % … 1 %, to the paint: the longest (to be under 50 ms)', Math.max(...zoomed)),
      figure('panned, half of it in sight: median frame (to be 16.7 ms)', middleOf(frames)),
      figure('panned: drawing of a frame, the longest (to be under 50 ms)', Math.max(...work)),
    ]
  },
}
