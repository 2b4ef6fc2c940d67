import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../support/source-files.ts'

/** A statement at a file's top level that makes something live: a signal, an effect, a listener, or a part of ours. */
const live =
  /^(?:export )?(?:const \w+(?:: [^=]+)? = )?(?:signal|computed|effect|addEventListener|setInterval|create[A-Z]\w*|new \w+)\b/gm

/** Made when a file is loaded, but without state of the page. */
const inert = [/= createContext</, /= new Set\(\[/]

const madeAtImport = (text: string): string[] =>
  text.split('\n').filter((line) => line.match(live) !== null && !inert.some((form) => form.test(line)))

test('the application makes nothing live before it starts', () => {
  const files = filesBelow('web/app', ['.ts', '.tsx'])
  expect(files.length).toBeGreaterThan(40)
  const found = files.flatMap((path) =>
    madeAtImport(readFileSync(join(root, path), 'utf8')).map((line) => [path, line]),
  )
  expect(found).toEqual([])
})

test('a planted signal, engine or listener is caught', () => {
  const planted = [
    'export const account = signal<Account | null>(null)',
    'export const engine = createLocalEngine()',
    'const models = new Map<string, SemanticModel>()',
    "addEventListener('pagehide', save)",
  ]
  expect(madeAtImport(planted.join('\n'))).toEqual(planted)
  expect(madeAtImport('const context = createContext<Services | null>(null)\n  const inside = signal(0)')).toEqual([])
})
