import { describe, expect, test } from 'vitest'
import { createMemoryCache } from '#core/memory-cache.ts'

const keptOf = (cache: { readonly get: (key: string) => number | undefined }, keys: string): string =>
  [...keys].filter((key) => cache.get(key) !== undefined).join('')

describe('a cache in memory', () => {
  test('evicts the least recently used entry beyond its number of entries', () => {
    const cache = createMemoryCache<string, number>({ total: 2 })
    cache.set('a', 1)
    cache.set('b', 2)
    expect(cache.get('a')).toBe(1)
    cache.set('c', 3)
    expect(keptOf(cache, 'abc')).toBe('ac')
  })

  test('counts sizes where they are given, and keeps no entry that is too large', () => {
    const cache = createMemoryCache<string, number>({ entry: 6, total: 10 })
    cache.set('a', 1, 5)
    cache.set('b', 2, 5)
    cache.set('c', 3, 7)
    expect(keptOf(cache, 'abc')).toBe('ab')
    cache.set('d', 4, 6)
    expect(keptOf(cache, 'abd')).toBe('d')
  })

  test('counts a replaced, deleted or cleared entry no longer', () => {
    const cache = createMemoryCache<string, number>({ total: 10 })
    cache.set('a', 1, 9)
    cache.set('a', 2, 4)
    cache.set('b', 3, 6)
    expect([cache.get('a'), cache.get('b')]).toEqual([2, 3])
    cache.delete('a')
    cache.set('c', 4, 4)
    expect(keptOf(cache, 'abc')).toBe('bc')
    cache.clear()
    cache.set('d', 5, 10)
    expect(keptOf(cache, 'abcd')).toBe('d')
  })

  test('drops an entry whose replacement is too large, rather than answering with the old one', () => {
    const cache = createMemoryCache<string, number>({ total: 10 })
    cache.set('a', 1, 5)
    cache.set('a', 2, 11)
    expect(cache.get('a')).toBeUndefined()
  })
})
