import { spawnSync } from 'node:child_process'
import { build } from './build.ts'
import { ensureChromium, howToGetChromium } from './chromium.ts'
import { at, offlineEnvironment, root } from './paths.ts'

/** Every test: core in Node, edge in workerd, the product in Chromium. Arguments go to vitest. */
const chromium = ensureChromium()
if (!chromium) console.warn(`${howToGetChromium} They are skipped.`)
await build()
const { status } = spawnSync(at('node_modules/.bin/vitest'), ['run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...offlineEnvironment, EDGEWISE_CHROMIUM: chromium ?? '' },
})
process.exitCode = status ?? 1
