import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../build.ts'
import { at } from '../paths.ts'
import { run } from '../run.ts'

/** Cloudflare's limit for a Worker on its paid plan, compressed: developers.cloudflare.com/workers/platform/limits. */
const limit = 10 * 1024 * 1024
const folder = '.wrangler/dry-run'

function compressedSize(): number {
  const code = readdirSync(at(folder)).filter((name) => !name.endsWith('.map') && !name.endsWith('.md'))
  return code.reduce((sum, name) => sum + gzipSync(readFileSync(join(at(folder), name))).byteLength, 0)
}

/** Builds the Worker as production would get it, uploads nothing, prints its size. False when it is too large. */
export async function dryRun(): Promise<boolean> {
  await build()
  run('wrangler', ['deploy', '--dry-run', '--env', 'production', '--minify', '--outdir', folder])
  const size = compressedSize()
  const fits = size <= limit
  console.log(`${fits ? '✓' : '✗'} deployable: the Worker is ${(size / 1024).toFixed(0)} KB gzip of ${limit / 1024} KB`)
  return fits
}
