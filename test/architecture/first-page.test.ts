import { expect, test } from 'vitest'
import { filesBelow, packagesOf, root } from '../support/source-files.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const statement = /^\s*(?:import|export)\s+(?!type\b)(?:[^'"()]*?\s+from\s+)?['"]([#.][^'"]+)['"]/gm
const known = new Set([...filesBelow('web', ['.ts', '.tsx']), ...filesBelow('core', ['.ts'])])

/** The files that one file loads with itself: what is imported later, or for its types alone, is none of them. */
const loadedWith = (from: string): readonly string[] =>
  [...readFileSync(join(root, from), 'utf8').matchAll(statement)].flatMap(([, to = '']) => {
    const path = to.startsWith('#') ? to.slice(1) : join(from, '..', to)
    return known.has(path) ? [path] : []
  })

/** Everything that is loaded before the first page is there. */
function firstPage(): ReadonlySet<string> {
  const found = new Set(['web/main.tsx'])
  for (const path of found) for (const next of loadedWith(path)) found.add(next)
  return found
}

test('the first page loads neither schemas nor formulas', () => {
  const files = [...firstPage()]
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter((path) => packagesOf(path).includes('zod'))).toEqual([])
  expect(files.filter((path) => path.startsWith('core/semantic/formula/'))).toEqual([])
})
