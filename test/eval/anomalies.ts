import { findAnomalies } from '#core/forecast/anomalies.ts'
import { hasShared, sharedText } from '../support/shared.ts'

/**
 * Anomalies of the public part of the Numenta Anomaly Benchmark, by events: a labelled window is found if it holds at
 * least one anomaly; those outside are false, and count once within three hours.
 */
type Windows = Readonly<Record<string, readonly (readonly [string, string])[]>>

const folder = '6_anomaly/nab'
const together = 3 * 3_600_000
const momentOf = (text: string): number => Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`)

if (!hasShared(folder)) throw new Error('The labelled series are not here')
const labels = JSON.parse(sharedText(`${folder}/labels/combined_windows.json`)) as Windows
let [found, all, wrong] = [0, 0, 0]
for (const [name, windows] of Object.entries(labels)) {
  const [, ...lines] = sharedText(`${folder}/data/${name}`).trim().split('\n')
  const cells = lines.map((line) => line.split(','))
  const judged = findAnomalies({
    name,
    times: cells.map(([time = '']) => momentOf(time)),
    values: cells.map(([, value]) => Number(value)),
    isTime: true,
  })
  const odd = judged.ok ? judged.value.filter(({ isAnomaly }) => isAnomaly).map(({ time }) => time) : []
  const ranges = windows.map(([from, to]) => [momentOf(from), momentOf(to)] as const)
  const outside = odd.filter((time) => !ranges.some(([from, to]) => from <= time && time <= to))
  all += ranges.length
  found += ranges.filter(([from, to]) => odd.some((time) => from <= time && time <= to)).length
  wrong += outside.filter((time, at) => at === 0 || time - (outside[at - 1] ?? 0) > together).length
}
const [precision, recall] = [found / (found + wrong), found / all]
process.stdout.write(
  `${all} events: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}\n`,
)
