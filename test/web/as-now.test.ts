import { expect, test } from 'vitest'
import { query } from '#core/query/query.ts'
import { asNow } from '#web/local/as-now.ts'
import type { LocalRecord } from '#web/local/record.ts'

const asked = query.parse({ dataset: 'd', measures: [{ aggregate: 'count' }] })
const { joins: _, calculations: __, top: ___, having: ____, timeZone: _____, ...older } = asked

/** What IndexedDB gives back was written by any version of this program. */
const record = (document: unknown): LocalRecord => ({
  id: 'd',
  owner: null,
  name: 'Orders',
  fileName: 'orders.csv',
  size: 1,
  lastModified: 0,
  loadedAt: '2026-11-01T00:00:00Z',
  file: null,
  read: null,
  dashboard: 'b',
  document: document as LocalRecord['document'],
  servedAt: null,
})
const document = (query: unknown) => ({
  title: 'Orders',
  version: 1,
  tiles: [{ id: 't', title: 'Rows', place: { x: 0, y: 0, w: 4, h: 4 }, query, chart: null }],
  filters: [],
})

test('a dashboard kept by an earlier program gets what its Queries could not say then', () => {
  expect(asNow(record(document(older))).document).toEqual(document(asked))
})

test('one that can no longer be read is let go of, and its dataset stays', () => {
  const read = asNow(record({ title: 'Orders' }))
  expect([read.document, read.name]).toEqual([null, 'Orders'])
})

test('one that was deleted stays so', () => {
  expect(asNow(record(null)).document).toBeNull()
})
