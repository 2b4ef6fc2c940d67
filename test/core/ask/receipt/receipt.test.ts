import { createPrivateKey, createPublicKey, createHash, sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonical } from '#core/ask/receipt/canonical.ts'
import { compareReceipts } from '#core/ask/receipt/compare-receipts.ts'
import { readReceipt, signedText } from '#core/ask/receipt/receipt-text.ts'
import { writeReceipt } from '#core/ask/receipt/write-receipt.ts'
import type { Receipt, ReceiptBody } from '#core/ask/receipt/receipt.ts'
import { resultText } from '#core/ask/receipt/result-text.ts'
import { tableFromWire } from '#core/wire/table.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { seededRandom, type Random } from '../../../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
})
const open = createPublicKey(key)

const body: ReceiptBody = {
  edgewise: 'receipt 1',
  title: 'Total sales by region',
  answer: 'Of 4 regions, South has the highest total sales (171,497, 29.9% of the total).',
  dataset: { id: 'abc', name: 'Café “orders” 日本', version: 3, hash: sha('data') },
  joined: [{ id: 'def', version: 1, hash: `profile:${sha('joined')}` }],
  model: 2,
  rows: 'all',
  query: {
    dataset: 'abc',
    dimensions: [{ column: 'region' }],
    measures: [{ aggregate: 'sum', column: 'sales' }],
    filters: [{ op: 'greater', column: 'sales', value: 12.5 }],
    limit: 10_000,
  },
  sql: ['SELECT "region", SUM("sales") FROM "orders" GROUP BY 1'],
  engine: 'Edgewise 0.1.0, results 4',
  result: { rows: 4, columns: ['region', 'Total sales'], hash: sha('result') },
  time: '2026-11-30T12:00:00.000Z',
}

const signed: Receipt = {
  ...body,
  signature: { key: 'k', value: sign(null, Buffer.from(signedText(body)), key).toString('base64url') },
}

/** As the server verifies it. */
function isGenuine(text: string): boolean {
  const receipt = readReceipt(text)
  if (receipt === null || receipt.signature.key !== 'k') return false
  const given = Buffer.from(receipt.signature.value, 'base64url')
  if (given.toString('base64url') !== receipt.signature.value) return false
  return verify(null, Buffer.from(signedText(receipt)), open, given)
}

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }

const signs = [...'0123456789abcdefXYZ"{}[]:,.-+eé\\/_', '\u0000', '\u200b', '日']

/** The text with one letter changed, added or taken away; never white space between its parts. */
function changedText(random: Random): string {
  const text = JSON.stringify(signed)
  const at = random.below(text.length)
  const how = random.below(3)
  const letter = random.pick(signs)
  return text.slice(0, at) + (how === 0 ? '' : letter) + text.slice(how === 2 ? at : at + 1)
}

const isObject = (value: Json): value is { [key: string]: Json } => value !== null && typeof value === 'object'

/** Every object and list within. */
const parts = (value: Json): (Json[] | { [key: string]: Json })[] =>
  isObject(value) ? [value, ...Object.values(value).flatMap((each) => parts(each))] : []

function changedValue(value: Json, random: Random): Json {
  if (typeof value === 'number') return random.pick([value + 1, -value - 1, value / 2 + 0.1, String(value), null])
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string')
    return random.pick([`${value} `, value.slice(1), value.toUpperCase() + '.', null, [value]])
  return random.pick<Json>([null, 'x', {}, [value], []])
}

/** The receipt with one part changed, added, taken away, or its list in another order. */
function changedParts(random: Random): string {
  const copy = structuredClone(signed) as unknown as Json
  const part = random.pick(parts(copy))
  const keys = Object.keys(part)
  const name = keys.length === 0 ? '0' : random.pick(keys)
  const holder = part as { [key: string]: Json }
  const how = random.below(4)
  if (how === 0 && !Array.isArray(part)) delete holder[name]
  else if (how === 1 && Array.isArray(part)) part.push(part[0] ?? 'more')
  else if (how === 1) holder[random.pick(['more', 'constructor', '__proto_', 'limit2'])] = random.below(9)
  else if (how === 2 && Array.isArray(part) && part.length > 1) part.reverse()
  else holder[name] = changedValue(holder[name] ?? null, random)
  return JSON.stringify(copy)
}

describe('a receipt', () => {
  test('[P1] is written and read back whole', () => {
    expect(readReceipt(writeReceipt(signed))).toEqual(signed)
    expect(isGenuine(writeReceipt(signed))).toBe(true)
    expect(readReceipt('')).toBeNull()
    expect(readReceipt('{"edgewise":"receipt 1"}')).toBeNull()
    expect(readReceipt(`${'['.repeat(50_000)}`)).toBeNull()
  })

  test(`[P2] shows each of 10,000 changes, seed ${seed}`, () => {
    const random = seededRandom(seed)
    const before = new Set([JSON.stringify(signed)])
    let tried = 0
    while (tried < 10_000) {
      const text = random.chance(0.5) ? changedText(random) : changedParts(random)
      if (before.has(text)) continue
      tried += 1
      expect(isGenuine(text), `${text} (seed ${seed})`).toBe(false)
    }
  })

  test('[P2] is refused where a key stands twice, or a letter is escaped', () => {
    const text = JSON.stringify(signed)
    expect(isGenuine(text)).toBe(true)
    expect(isGenuine(text.replace('{', '{"model":9,'))).toBe(false)
    expect(isGenuine(text.replace('Total', '\\u0054otal'))).toBe(false)
    expect(isGenuine(text.replace('"limit":10000', '"limit":1e4'))).toBe(false)
  })

  test('[P3] may be laid out and pasted', () => {
    const text = writeReceipt(signed)
    for (const laid of [
      text.replaceAll('\n', '\r\n'),
      `\u{FEFF}  ${text}\n\n`,
      JSON.stringify(signed),
      text.replaceAll('  ', '\t'),
    ])
      expect(isGenuine(laid)).toBe(true)
    expect(isGenuine(text.replace('Total sales', 'Total  sales'))).toBe(false)
  })
})

describe('the hash of a result', () => {
  const region = { name: 'region', type: 'text', format: 'text' } as const
  const sales = { name: 'sales', type: 'decimal', format: 'number' } as const
  const columns: WireTable['columns'] = [region, sales]
  const hashOf = (rows: (string | number | null)[][], named = columns): string =>
    sha(resultText(tableFromWire({ columns: named, rows })))
  const rows = [
    ['West', 0.1 + 0.2],
    ['East', 1e15],
    [null, null],
  ]

  test('[P4] is the same for rows in any order, and beyond the 12th digit', () => {
    expect(hashOf(rows.toReversed())).toBe(hashOf(rows))
    expect(hashOf([['West', 0.3], ...rows.slice(1)])).toBe(hashOf(rows))
  })

  test('[P4] is another for another value, column, type, or one row more', () => {
    const others = [
      hashOf([['West', 0.300001], ...rows.slice(1)]),
      hashOf([['west', 0.3], ...rows.slice(1)]),
      hashOf([...rows, ['West', 0.3]]),
      hashOf(rows, [{ ...region, name: 'Region' }, sales]),
      hashOf([['West', null], ...rows.slice(1)]),
    ]
    expect(new Set([hashOf(rows), ...others]).size).toBe(6)
  })
})

describe('what changed', () => {
  const about = (now: ReceiptBody): string[] =>
    compareReceipts(body, now)
      .filter(({ isSame }) => !isSame)
      .map(({ text }) => text)

  test('[P5] is said, each in a sentence', () => {
    expect(about(body)).toEqual([])
    expect(about({ ...body, dataset: { ...body.dataset, version: 5, hash: sha('other') } })).toEqual([
      'The data has changed: version 3 then, version 5 now.',
    ])
    expect(about({ ...body, joined: [] })).toEqual([
      'The data has changed: a dataset that it is joined with has changed.',
    ])
    expect(about({ ...body, model: 4 })).toEqual([
      'What columns and measures mean was edited: version 2 of the model then, 4 now.',
    ])
    expect(about({ ...body, engine: 'Edgewise 2' })).toEqual([
      'Another engine computed it: Edgewise 0.1.0, results 4 then, Edgewise 2 now.',
    ])
    expect(about({ ...body, answer: 'South has 9.', result: { ...body.result, hash: sha('x') } })).toEqual([
      'Another result came out now: South has 9.',
    ])
  })
})

test('[P2] the canonical form is one, whatever the order of keys', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
  expect(canonical({ c: 1, a: 2 })).toBe(canonical({ a: 2, c: 1 }))
})
