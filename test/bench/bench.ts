import type { Benchmark, Measurement } from './benchmark.ts'
import { benchmarks, onlyWhenNamed } from './registry.ts'

const cells = ({ name, ours, unit = 'ms', others }: Measurement): string[] => [
  name,
  `${ours.toFixed(1)} ${unit}`,
  ...Object.entries(others).map(([other, time]) => `${other} ${time.toFixed(1)} ms = ${(time / ours).toFixed(2)}x`),
]

function print(title: string, measurements: readonly Measurement[]): void {
  const raced = measurements.some(({ others }) => Object.keys(others).length > 0)
  const rows = measurements.map(cells)
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  console.log(`\n${title}${raced ? ' (how many times as long the others take)' : ''}`)
  for (const row of rows) console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
  for (const other of new Set(measurements.flatMap(({ others }) => Object.keys(others)))) {
    const ratios = measurements.flatMap(({ ours, others }) =>
      others[other] === undefined ? [] : [others[other] / ours],
    )
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
    console.log(`  ${other}: ${mean.toFixed(2)}x in geometric mean, ${Math.min(...ratios).toFixed(2)}x at worst`)
  }
}

const wanted = process.argv.slice(2)
const chosen: [string, Benchmark][] = Object.entries(benchmarks).filter(([name]) =>
  wanted.length === 0 ? !onlyWhenNamed.includes(name) : wanted.includes(name),
)
for (const [, { title, run }] of chosen) print(title, await run())
