import { describe, expect, test } from 'vitest'
import type { ReadChoices } from '#core/ingest/choices.ts'
import { readWith } from '../../support/read-workbook.ts'
import { hasShared, sharedFile } from '../../support/shared.ts'
import { fileOf, type ReadTable } from '../../support/table-files.ts'

async function read(text: string, chunkSize?: number, choices: ReadChoices = {}): Promise<ReadTable> {
  const table = await readWith('json', fileOf('a.json', text, chunkSize), { choices })
  if ('message' in table) throw new Error(table.message)
  return table
}

const expected = [
  { name: 'Zoë', age: 3 },
  { name: 'Bo, "B"', age: null },
]

describe('JSON', () => {
  test.each([
    ['a list of objects', '[{"name":"Zoë","age":3},\n {"age":null,"name":"Bo, \\"B\\""}]'],
    ['one object a line', '{"name":"Zo\\u00eb","age":3}\n\n{"name":"Bo, \\"B\\""}\n'],
    ['one object with the list in it', '{"ok":true,"page":{"rows":[{"name":"Zoë","age":3},{"name":"Bo, \\"B\\""}]}}'],
    ['a list of lists under a header', '[["name","age"],["Zoë",3],["Bo, \\"B\\"",null]]'],
  ])('[J1] %s is a table, however the bytes arrive', async (_, text) => {
    for (const chunkSize of [1, 7, 1 << 16]) expect((await read(text, chunkSize)).rows).toEqual(expected)
  })

  test('[J2] nested objects become dotted columns, lists stay as text', async () => {
    const { rows, report } = await read('[{"id":1,"at":{"city":"Rome","geo":{"lat":41.9}},"tags":["a", "b"]},{"id":2}]')
    expect(rows).toEqual([
      { id: 1, 'at.city': 'Rome', 'at.geo.lat': 41.9, tags: '["a", "b"]' },
      { id: 2, 'at.city': null, 'at.geo.lat': null, tags: null },
    ])
    expect(report.notes).toContain('Lists within records are kept as text.')
  })

  test('[J1] of several lists in a document the longest is read, the others are named and can be chosen', async () => {
    const text = '{"meta":{"pages":[{"p":1}]},"orders":[{"id":1},{"id":2}],"grid":[["a","b"],["1","2"],["3","4"]]}'
    const { rows, report } = await read(text)
    expect(rows).toEqual([{ id: 1 }, { id: 2 }])
    expect(report).toMatchObject({
      part: 'orders',
      parts: [
        { name: 'meta.pages', rows: 1 },
        { name: 'orders', rows: 2 },
        { name: 'grid', rows: 3 },
      ],
    })
    for (const sheet of ['meta.pages', 0]) expect((await read(text, 9, { sheet })).rows).toEqual([{ p: 1 }])
    expect((await read(text, 9, { sheet: 'grid' })).rows).toEqual([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ])
    const missing = await readWith('json', fileOf('a.json', text), { choices: { sheet: 'none' } })
    expect(missing).toMatchObject({ code: 'file/no-sheet', hint: 'Its sheets are meta.pages, orders, grid.' })
  })

  test('[J2] a list within records is taken apart: each element a row, and no record is lost', async () => {
    const text = `{"id":1,"to":{"items":[{"sku":"a","n":2},{"sku":"b"}]},"x":true}
      {"id":2,"to":{"items":[]},"x":false}
      {"id":3,"x":true}`
    expect((await read(text, 5, { explode: 'to.items' })).rows).toEqual([
      { id: 1, 'to.items.sku': 'a', 'to.items.n': 2, x: true },
      { id: 1, 'to.items.sku': 'b', 'to.items.n': null, x: true },
      { id: 2, 'to.items.sku': null, 'to.items.n': null, x: false },
      { id: 3, 'to.items.sku': null, 'to.items.n': null, x: true },
    ])
    const words = await read('[{"id":1,"tags":["a","b"]},{"id":2,"tags":null}]', 5, { explode: 'tags' })
    expect(words.rows).toEqual([
      { id: 1, tags: 'a' },
      { id: 1, tags: 'b' },
      { id: 2, tags: null },
    ])
    const none = await read('[{"id":1}]', 5, { explode: 'tags' })
    expect(none.report.notes.join(' ')).toContain('No record has a list called “tags”')
  })

  test('[J2] a column that only a late record has is a column', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => `{"n":${n}}`).join('\n')
    const { fields, rows } = await read(`${many}\n{"late":true}\n`)
    expect(fields.map(({ name }) => name)).toEqual(['n', 'late'])
    expect(rows).toHaveLength(5001)
    expect(rows[5000]).toEqual({ n: null, late: true })
  })

  test('[J3] numbers that no float holds are kept to the last digit', async () => {
    const { rows, types } = await read('[{"id":12345678901234567890,"code":"007"},{"id":1,"code":"012"}]')
    expect(types).toEqual({ id: 'text', code: 'text' })
    expect(rows[0]).toEqual({ id: '12345678901234567890', code: '007' })
  })

  test('[J4] a line that is no JSON is odd, kept word for word, and the rest is read', async () => {
    const { rows, report } = await read('{"a":1}\n{"a":\n{"a":3}\n')
    expect(rows).toEqual([{ a: 1 }, { a: 3 }])
    expect(report).toMatchObject({ rowsRead: 2, oddRows: 1, oddRowExamples: [{ line: 2, text: '{"a":' }] })
  })

  test.each(['[{"a":1},{"a":', '[{"a":1}', '[{"a":1} {"a":2}]', '{"a":', '[{"a":tru}]', `[${'['.repeat(5000)}`])(
    '[J4] a list that breaks off or goes wrong is refused with a sentence: %s',
    async (text) => {
      expect(await readWith('json', fileOf('a.json', text))).toMatchObject({ code: 'file/broken' })
    },
  )

  test.each(['[]', '[{}]'])('[J4] nothing in it is said: %s', async (text) => {
    expect(await readWith('json', fileOf('a.json', text))).toMatchObject({ code: 'file/no-rows' })
  })

  test.skipIf(!hasShared('9_data'))('[J1] a real file has all its rows and types', async () => {
    const table = await readWith('json', sharedFile('9_data/files/vega_movies.json'))
    if ('message' in table) throw new Error(table.message)
    expect(table.rows).toHaveLength(3201)
    expect(table.types).toMatchObject({
      Title: 'text',
      'US Gross': 'integer',
      'Release Date': 'date',
      'IMDB Rating': 'decimal',
      'Major Genre': 'text',
    })
  })
})
