import { describe, expect, test } from 'vitest'
import { gate, maxRows } from '#core/sql/gate/gate.ts'
import { nameTables, tableNameOf } from '#core/sql/gate/name-tables.ts'
import { tokenize } from '#core/sql/gate/tokenize.ts'
import { attacks, bombs } from '../../support/sql-attacks.ts'
import { honest } from '../../support/sql-queries.ts'

const tables = [
  { name: 'orders', rows: 400 },
  { name: 'customers', rows: 20 },
  { name: 'price_list', rows: 5 },
]

describe('attacks', () => {
  test('there are at least 150, all different', () => {
    const all = [...Object.values(attacks).flat(), ...bombs]
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(150)
  })

  describe.each(Object.entries(attacks))('by %s', (_, list) => {
    test.each(list)('%j is refused with a sentence', (sql) => {
      const result = gate(sql, tables)
      expect(result.ok).toBe(false)
      if (result.ok) return
      expect(result.error.message).toMatch(/^[^\n]{10,}[.?]$/)
      expect(result.error.hint).toMatch(/^[^\n]{10,}[.]$/)
      const { place } = result.error
      if (place) expect(0 <= place.from && place.from < place.to && place.to <= sql.length).toBe(true)
    })
  })
})

describe('honest SQL', () => {
  test.each(honest)('%j passes', (sql) => {
    const result = gate(sql, tables)
    expect(result.ok ? '' : result.error.message).toBe('')
  })

  test('comes out in a bracket, cut after one row more than is shown', () => {
    const result = gate('SELECT 1; -- one\n;', tables)
    expect(result.ok && result.value.text).toBe(`SELECT * FROM (\nSELECT 1\n) LIMIT ${maxRows + 1}`)
  })

  test('says which datasets it reads', () => {
    const result = gate('WITH c AS (SELECT * FROM Customers) SELECT * FROM c JOIN "orders" o USING (id)', tables)
    expect(result.ok && result.value.tables).toEqual(['customers', 'orders'])
  })
})

describe('a refusal', () => {
  test.each([
    ['', 'sql/empty', null],
    [' -- nothing\n;', 'sql/empty', null],
    ['SELECT * FROM odrers', 'sql/unknown-table', 'odrers'],
    ['SELECT * FROM', 'sql/table-expected', null],
    ['SELECT * FROM (SELECT * FROM )', 'sql/table-expected', ')'],
    ['SELECT (1', 'sql/unclosed', '('],
    ['SELECT summ(amount) FROM orders', 'sql/function', 'summ'],
  ])('of %j says what and where', (sql, code, at) => {
    const result = gate(sql, tables)
    if (result.ok) throw new Error('It passed')
    const { place } = result.error
    expect(result.error.code).toBe(code)
    expect(place && sql.slice(place.from, place.to)).toBe(at)
  })

  test('offers the nearest name', () => {
    const result = gate('SELECT * FROM odrers', tables)
    expect(!result.ok && result.error.message).toContain('Did you mean orders?')
  })

  test('without any dataset says to load one', () => {
    const result = gate('SELECT * FROM sales', [])
    expect(!result.ok && result.error.hint).toContain('Load a file first')
  })
})

describe('tokens', () => {
  test('are found where they stand', () => {
    const sql = `SELECT "a ""b""", 'it''s' -- end`
    const tokens = tokenize(sql)
    expect(tokens.ok && tokens.value.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'word select',
      'name a "b"',
      'sign ,',
      "string it's",
    ])
    expect(tokens.ok && tokens.value.map(({ from, to }) => sql.slice(from, to))).toEqual([
      'SELECT',
      '"a ""b"""',
      ',',
      "'it''s'",
    ])
  })
})

describe('the name of a dataset in SQL', () => {
  test.each([
    ['Orders 2024 (final).csv', 'orders_2024_final_csv'],
    ['  ', 'dataset'],
    ['2024', 'data_2024'],
    ['select', 'data_select'],
    ['Größen & Café', 'großen_cafe'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('of %j is %s', (name, table) => expect(tableNameOf(name)).toBe(table))

  test('is its own, and one that the gate knows', () => {
    const named = nameTables([
      { id: 'b', name: 'orders!', createdAt: new Date(2) },
      { id: 'a', name: 'Orders', createdAt: new Date(1) },
      { id: 'c', name: 'Table', createdAt: new Date(3) },
    ])
    expect(named.map(({ table }) => table)).toEqual(['orders', 'orders_2', 'data_table'])
    for (const { table } of named) expect(gate(`SELECT * FROM ${table}`, [{ name: table, rows: 1 }]).ok).toBe(true)
  })
})
