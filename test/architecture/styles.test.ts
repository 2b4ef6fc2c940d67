import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../support/source-files.ts'

/** Classes that a stylesheet styles wherever they stand: selectors of one class and nothing more. */
function classesOf(file: string): Set<string> {
  const css = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','))
  return new Set(selectors.flatMap((selector) => /^\.([\w-]+)$/.exec(selector.trim())?.[1] ?? []))
}

/** Screens load their stylesheets in the order of their visits, so of two rules for one class either may win. */
test('a class is styled by one stylesheet', () => {
  const owners = new Map<string, string[]>()
  for (const file of filesBelow('web', ['.css']))
    for (const name of classesOf(file)) owners.set(name, [...(owners.get(name) ?? []), file])
  expect(owners.size).toBeGreaterThan(100)
  expect([...owners].filter(([, files]) => files.length > 1)).toEqual([])
})
