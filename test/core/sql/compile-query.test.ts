import { describe, expect, test } from 'vitest'
import { query as schema } from '#core/query/query.ts'
import { compileQuery, writeQuery } from '#core/sql/compile-query.ts'
import { dialects } from '#core/sql/dialects/registry.ts'
import { features, hostile, tables } from './features.ts'

const placeholders = /\?|\$\d+|@p\d+|:\d+\b|\{p\d+:/g
/** What stands in quotes is no placeholder: names, and texts of the dialect's own. */
const withoutQuoted = (text: string): string => text.replace(/'(?:[^'\\]|\\.|'')*'|"[^"]*"|`[^`]*`|\[[^\]]*\]/g, '_')

describe.each(Object.entries(dialects))('%s', (id, dialect) => {
  const compiled = Object.entries(features).map(([feature, asked]) => {
    const query = schema.parse({ dataset: 'd', ...asked })
    return { feature, query, ...compileQuery(query, tables, dialect) }
  })

  test.each(compiled)('[L2] $feature: one statement that reads', ({ text }) => {
    expect(text).toMatch(/^(?:SELECT|WITH)\b/)
    expect(withoutQuoted(text)).not.toContain(';')
    expect(text).not.toContain('undefined')
  })

  test.each(compiled)('[L1] $feature: a placeholder for each value, and no value in the text', ({ text, values }) => {
    expect(withoutQuoted(text).match(placeholders) ?? []).toHaveLength(values.length)
    for (const value of [hostile, 'DROP TABLE', '77.125', '1234.5', 'ü']) expect(text).not.toContain(value)
  })

  test('[L3, L4, L9, L10, L11] the texts are those that were read and found good', async () => {
    const written = compiled.map(({ feature, query }) => `-- ${feature}\n${writeQuery(query, tables, dialect)};\n`)
    await expect(written.join('\n')).toMatchFileSnapshot(`texts/${id}.sql`)
  })
})

test('a simple question is a simple statement', () => {
  const query = schema.parse({
    dataset: 'd',
    dimensions: [{ column: 'Region' }],
    measures: [{ aggregate: 'sum', column: 'Sales' }],
    filters: [{ op: 'in', column: 'Region', values: ["Côte d'Or"] }],
    limit: 5,
  })
  expect(writeQuery(query, { d: { path: ['orders'], columns: tables['d']?.columns ?? [] } }, dialects.duckdb)).toBe(
    [
      'SELECT',
      '  "Region",',
      '  SUM("Sales") AS "Total Sales"',
      'FROM "orders"',
      `WHERE "Region" IN ('Côte d''Or')`,
      'GROUP BY "Region"',
      'ORDER BY "Total Sales" DESC NULLS LAST, "Region" NULLS LAST',
      'LIMIT 5',
    ].join('\n'),
  )
})
