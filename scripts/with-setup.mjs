// Makes a fresh clone ready (packages, local secrets, the `edgewise` command), then runs the script named by its first
// argument on the pinned Node. Plain JavaScript, because the Node that starts it may be too old for TypeScript.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeDuckDb } from './duckdb.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)

function installPackages() {
  const stamp = at('node_modules', '.edgewise-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages (once; about a minute) …')
  // Not `npm ci`: it refuses a lock made where a registry lacks other platforms' optional binaries. `--no-save` keeps the lock as it is.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The packages could not be installed. Check the network and npm, then run the command again.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** Secrets of this machine only; production has its own, set by `npm run deploy`. */
function createLocalSecrets() {
  const file = at('.dev.vars')
  if (existsSync(file)) return
  writeFileSync(file, `SESSION_SECRET=${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
}

/** `npx edgewise` finds the command of this project in its own node_modules. */
function linkCommand() {
  const link = at('node_modules', '.bin', 'edgewise')
  if (process.platform === 'win32' || !existsSync(at('cli', 'edgewise.mjs'))) return
  if (lstatSync(link, { throwIfNoEntry: false })) {
    if (existsSync(link)) return
    rmSync(link)
  }
  chmodSync(at('cli', 'edgewise.mjs'), 0o755)
  symlinkSync('../../cli/edgewise.mjs', link)
}

function runOnPinnedNode([script, ...args]) {
  const child = spawn(at('node_modules', '.bin', 'node'), [at(script), ...args], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  // npm does not pass a signal through its shell: when the shell is gone, so is whoever wanted this to run.
  const { ppid: starter } = process
  setInterval(() => process.ppid !== starter && child.kill('SIGTERM'), 500)
  child.once('exit', (code) => process.exit(code ?? 1))
}

installPackages()
makeDuckDb()
createLocalSecrets()
linkCommand()
if (process.argv.length > 2) runOnPinnedNode(process.argv.slice(2))
