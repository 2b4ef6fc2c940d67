import { describe, expect, test } from 'vitest'
import { dialects } from '#core/sql/dialects/registry.ts'
import { render, renderWritten } from '#core/sql/render.ts'
import { any, constant, every, list, name, sql, value } from '#core/sql/sql.ts'

const hostile = [`x'; DROP TABLE t; --`, `\\'; --`, '`"]', 'a\\', '$1 ? :1 @p1', '']

describe.each(Object.entries(dialects))('%s', (_, dialect) => {
  test('binds every value, and writes none into the text', () => {
    const values = [...hostile, 4.5, true]
    const statement = render(sql`SELECT ${list(values.map((one) => sql`${one}`))}`, dialect)
    expect(statement.values).toEqual(
      values.map((one) =>
        dialect.bound(one, typeof one === 'string' ? 'text' : typeof one === 'number' ? 'number' : 'boolean'),
      ),
    )
    for (const one of values.slice(0, 3)) expect(statement.text).not.toContain(one)
  })

  test('gives each value a placeholder', () => {
    const parts = Array.from({ length: 12 }, (_, at) => value(at))
    const { text, values } = render(any(parts.map((part) => sql`x = ${part}`)), dialect)
    expect(values).toHaveLength(12)
    expect(text.match(/\?|\$\d+|@p\d+|:\d+|\{p\d+:/g)).toHaveLength(12)
  })

  test.each(hostile)('quotes the name %j so that nothing in it ends it', (hostileName) => {
    const quoted = dialect.quote(hostileName)
    const [open, close] = [quoted[0] ?? '', quoted.at(-1) ?? '']
    const inside = quoted
      .slice(1, -1)
      .replaceAll('\\\\', '')
      .replaceAll(`\\${close}`, '')
      .replaceAll(close + close, '')
    expect([open, close]).toContainEqual(expect.stringMatching(/["`[\]]/))
    expect(inside).not.toContain(close)
  })

  test('writes moments as they are in UTC', () => {
    expect(renderWritten(constant(Date.UTC(2024, 1, 29), 'date'), dialect)).toContain('2024-02-29')
    expect(renderWritten(constant(Date.UTC(2024, 1, 29, 23, 5, 6, 7), 'timestamp'), dialect)).toContain(
      '2024-02-29 23:05:06.007',
    )
  })

  test('names its columns by path', () => {
    expect(render(name('s', 't'), dialect).text).toBe(`${dialect.quote('s')}.${dialect.quote('t')}`)
  })
})

test('of no conditions all hold, and none does', () => {
  expect([every([]), any([])].map((one) => render(one, dialects.sqlite).text)).toEqual(['1 = 1', '1 = 0'])
})
