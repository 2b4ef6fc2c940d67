import { pngOf, svgOf } from '../../cli/picture.ts'
import { chartTypes } from '#core/charts/registry.ts'
import { sketchOf } from '#core/charts/svg/svg-of.ts'
import { exampleOf, openSample } from '../support/sample-data.ts'
import { race, type Benchmark, type Measurement } from './benchmark.ts'

/** Every chart type's example, from its result to the bytes of a picture. */
export const charts: Benchmark = {
  title: 'Charts drawn without a page (to be under 150 ms as SVG, 800 ms as PNG)',
  async run() {
    const sample = await openSample()
    const measurements: Measurement[] = []
    for (const type of Object.values(chartTypes)) {
      const { data } = await exampleOf(type, sample)
      const sketch = () =>
        sketchOf(type.scene(type.specFor(data), data), {
          width: 720,
          height: null,
          title: type.example.title,
          theme: 'light',
        })
      const { svg, png } = await race({ svg: () => svgOf(sketch()), png: () => pngOf(sketch()) }, { warm: 2, runs: 5 })
      measurements.push({ name: type.title, ours: svg, others: { PNG: png } })
    }
    return measurements
  },
}
