import { describe, expect, test } from 'vitest'
import { cacheRule } from '#web/offline/cache-rules.ts'

const origin = 'https://edgewise.example'
const kept = new Set(['/', '/theme.js', '/assets/index-abc.js'])
const ruleOf = (path: string, { method = 'GET', mode = 'cors' } = {}) =>
  cacheRule({ method, mode, url: new URL(path, origin).href }, origin, kept)

describe('the worker before the network', () => {
  test.each([
    ['an answer of the API', '/api/v1/datasets', {}],
    ['the rows of a dataset', '/api/v1/datasets/d/data.parquet', {}],
    ['what the service says of itself', '/info', {}],
    ['its health', '/health', {}],
    ['a public link', '/s/token', { mode: 'navigate' }],
    ['the documentation', '/docs', { mode: 'navigate' }],
    ['the sample of a new workspace', '/sample/data.parquet', {}],
    ['itself', '/service-worker.js', {}],
    ['a file of another build', '/assets/index-old.js', {}],
    ['what changes something', '/', { method: 'POST' }],
    ['another site', 'https://other.example/theme.js', {}],
  ])('leaves %s alone', (_, path, asked) => {
    expect(ruleOf(path, asked)).toBe('leave')
  })

  test.each([
    ['the first page', '/', { mode: 'navigate' }, 'page'],
    ['a screen', '/data/abc?tab=ask', { mode: 'navigate' }, 'page'],
    ['a screen whose name begins like a public link', '/sales', { mode: 'navigate' }, 'page'],
    ['a file whose name stays while its content changes', '/theme.js', {}, 'file'],
    ['a file whose name changes with its content', '/assets/index-abc.js', {}, 'lasting'],
  ])('answers %s', (_, path, asked, rule) => {
    expect(ruleOf(path, asked)).toBe(rule)
  })
})
