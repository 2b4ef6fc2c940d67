import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { at } from './paths.ts'
import { run } from './run.ts'
import { makeSample } from './sample/make-sample.ts'
import { onceFor } from './stamp.ts'
import { workers } from './workers.ts'

const inputs = [
  'web',
  'core',
  'worker',
  'durable-objects',
  'scripts',
  'package-lock.json',
  'vite.config.ts',
  'wrangler.toml',
  'wrangler.sql.toml',
]

/** Builds the Worker and what it serves: the browser's application, the sample dataset, the API reference's script. */
export function build(): Promise<boolean> {
  return onceFor('dist/.built', inputs, async () => {
    // Who builds may be a test, whose environment would leave out what only production does.
    run('vite', ['build', '--logLevel', 'warn'], { NODE_ENV: 'production' })
    await makeSample(at('dist', 'web', 'sample'))
    mkdirSync(at('dist', 'web', 'vendor'), { recursive: true })
    copyFileSync(at('node_modules/@scalar/api-reference/dist/browser/standalone.js'), at('dist/web/vendor/scalar.js'))
    for (const { config, built } of workers) {
      rmSync(at(built), { recursive: true, force: true })
      run('wrangler', ['deploy', '--dry-run', '--config', config, '--outdir', built])
    }
  })
}

if (import.meta.main) await build()
