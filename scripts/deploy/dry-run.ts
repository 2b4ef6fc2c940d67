import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from '../build.ts'
import { at } from '../paths.ts'
import { run } from '../run.ts'
import { type WorkerOf, workers } from '../workers.ts'
import { productionOf, writeConfig } from './production-config.ts'

const folder = '.wrangler/dry-run'

function compressedSize(): number {
  const code = readdirSync(at(folder)).filter((name) => !name.endsWith('.map') && !name.endsWith('.md'))
  return code.reduce((sum, name) => sum + gzipSync(readFileSync(join(at(folder), name))).byteLength, 0) / 1024
}

function fits(worker: WorkerOf): boolean {
  const { name, config, deployed, limit } = worker
  writeConfig(worker, productionOf(config))
  rmSync(at(folder), { recursive: true, force: true })
  run('wrangler', ['deploy', '--dry-run', '--config', deployed, '--minify', '--outdir', folder])
  const size = compressedSize()
  console.log(`${size <= limit ? '✓' : '✗'} deployable: ${name} is ${size.toFixed(0)} KB gzip of ${limit} KB`)
  return size <= limit
}

/** Builds the Workers as production would get them, uploads nothing, prints their sizes. False when one is too large. */
export async function dryRun(): Promise<boolean> {
  await build()
  return workers.map(fits).every(Boolean)
}
