import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from '../support/source-files.ts'

const documents = filesBelow('.', ['.md'])

/** Paths in a document: in back-ticks with a slash and a known folder, or the target of a relative link. */
function pathsIn(text: string): string[] {
  const quoted = [
    ...text.matchAll(/`((?:core|worker|durable-objects|web|cli|migrations|test|scripts|docs)\/[\w./-]+)`/g),
  ]
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
  return [...quoted, ...linked].map(([, path = '']) => path)
}

describe('documents', () => {
  test.each(documents)('every path in %s exists', (document) => {
    const missing = pathsIn(readFileSync(join(root, document), 'utf8')).filter(
      (path) => !existsSync(join(root, path)) && !existsSync(join(root, document, '..', path)),
    )
    expect(missing).toEqual([])
  })

  test('migrations are numbered without gaps', () => {
    const numbers = readdirSync(join(root, 'migrations'))
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => Number(name.slice(0, 4)))
    expect(numbers).toEqual(numbers.map((_, index) => index + (numbers[0] ?? 0)))
  })
})
