import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at } from '../../scripts/paths.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { salesCsv } from './sales-csv.ts'
import { watched } from './watched.ts'

const wantedBytes = 1_000_000_000

/** The sales over and over, each time with another day of the month so that no row stands twice next to itself. */
function writeLarge(path: string): void {
  const text = new TextDecoder().decode(salesCsv(170_000))
  const [head, body] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n'))]
  appendFileSync(path, head)
  for (let round = 0; statSync(path).size < wantedBytes; round += 1)
    appendFileSync(path, body.replaceAll(/,(\d{4}-\d\d)-\d\d,/gu, `,$1-${10 + (round % 18)},`))
}

const figure = (name: string, ours: number, unit: string): Measurement => ({ name, ours, unit, others: {} })

/** A file far larger than memory may be. */
export const largeFile: Benchmark = {
  title: 'A CSV of 1 GB to Parquet by `edgewise convert`',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'))
    try {
      const csv = join(folder, 'sales.csv')
      writeLarge(csv)
      const found = watched(96, [at('cli/edgewise.mjs'), 'convert', csv, join(folder, 'sales.parquet')])
      return [
        figure('heap at its peak', found.heap / 1e6, 'MB'),
        figure('heap and array buffers at their peak (to be under 128 MB)', found.withBuffers / 1e6, 'MB'),
        figure('resident at its peak, Node itself included', found.resident / 1e6, 'MB'),
        figure('time', found.ms / 1000, 's'),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
