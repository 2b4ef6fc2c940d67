import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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

/** The typeface of pictures that are drawn where no page is, as files that the Worker reads. */
function copyTypeface(): void {
  const from = at('node_modules/@fontsource/geist/files')
  const to = at('dist/web/fonts')
  mkdirSync(to, { recursive: true })
  for (const file of readdirSync(from).filter((name) =>
    /^geist-(?:latin|latin-ext|cyrillic)-(?:400|600)-normal\./.test(name),
  ))
    copyFileSync(join(from, file), join(to, file))
}

/** Builds the Worker and what it serves: the browser's application, the sample dataset, the API reference's script. */
export function build(): Promise<boolean> {
  return onceFor('dist/.built', inputs, async () => {
    // Who builds may be a test, whose environment would leave out what only production does.
    run('vite', ['build', '--logLevel', 'warn'], { NODE_ENV: 'production' })
    await makeSample(at('dist', 'web', 'sample'))
    mkdirSync(at('dist', 'web', 'vendor'), { recursive: true })
    copyFileSync(at('node_modules/@scalar/api-reference/dist/browser/standalone.js'), at('dist/web/vendor/scalar.js'))
    copyTypeface()
    for (const { config, built } of workers) {
      rmSync(at(built), { recursive: true, force: true })
      run('wrangler', ['deploy', '--dry-run', '--config', config, '--outdir', built])
    }
  })
}

if (import.meta.main) await build()
