// Makes DuckDB-WASM's own JavaScript fit for every place it runs in. As published, it takes a Worker for Node because
// `process` is there, would fetch what a query names by its address, writes to the console, and brings Apache Arrow
// along, of which nothing here makes use: results are read with flechette.
// Plain JavaScript, because it is run before anything is installed or built.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'node_modules', '@duckdb', 'duckdb-wasm', 'dist', 'duckdb-browser-blocking.mjs')
const target = join(root, 'dist', 'engine', 'duckdb.js')

const hidden = `const process = undefined, window = undefined, document = undefined, require = undefined
const XMLHttpRequest = undefined
const quiet = () => undefined
const console = { log: quiet, warn: quiet, error: quiet, debug: quiet, info: quiet }
`

/** Writes `dist/engine/duckdb.js`, which `#duckdb` stands for, unless it is there already. */
export function makeDuckDb() {
  const text = readFileSync(source, 'utf8')
  const without = text.replaceAll(/import\s*\*\s*as\s*([\w$]+)\s*from\s*"apache-arrow";/g, 'const $1 = {};')
  if (without === text || /from\s*"[^"]+"/.test(without))
    throw new Error('DuckDB-WASM imports something else than before')
  // The `eval` of a library inside is for Node alone; called by another name, bundlers need not fear it.
  const made = hidden + without.replace(/\/\/# sourceMappingURL=.*/, '').replaceAll(/\beval\(/g, '(0, eval)(')
  const same = (path) => existsSync(path) && digest(readFileSync(path, 'utf8')) === digest(made)
  if (same(target)) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, made)
}

const digest = (text) => createHash('sha256').update(text).digest('hex')
