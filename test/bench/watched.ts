import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import { at } from '../../scripts/paths.ts'

const peaks = z.object({ heap: z.number(), withBuffers: z.number(), resident: z.number(), ms: z.number() })
/** The most memory a process had, in bytes, and how long it ran. */
export type Peaks = z.output<typeof peaks>

/** Runs a program in a process of its own, whose memory is looked at every 20 ms and whose old space has a limit, in MB. */
export function watched(oldSpace: number, program: readonly string[]): Peaks {
  const args = [`--max-old-space-size=${oldSpace}`, '--import', at('test/bench/watch-memory.mjs')]
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...args, ...program], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return peaks.parse({ ...JSON.parse(stderr.trim().split('\n').at(-1) ?? ''), ms: performance.now() - start })
}
