#!/usr/bin/env node
// Plain JavaScript, so that any Node can read it and say what it needs.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const needed = [22, 18]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > needed[0] || (major === needed[0] && minor >= needed[1])

// A reader such as `head` may close the pipe before everything is written.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })

if (runsTypeScript) {
  const { edgewise } = await import('./edgewise.ts')
  process.exitCode = await edgewise(process.argv.slice(2), {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  })
} else {
  const own = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../node_modules/.bin/node')
  if (existsSync(own)) {
    const { status } = spawnSync(own, [process.argv[1] ?? '', ...process.argv.slice(2)], { stdio: 'inherit' })
    process.exitCode = status ?? 1
  } else {
    process.stderr.write(
      `Edgewise needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. Run npm install in its folder, which brings one, or update Node.\n`,
    )
    process.exitCode = 1
  }
}
