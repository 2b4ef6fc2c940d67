import { beforeAll, describe, expect, test } from 'vitest'
import type { DuckSession } from '#core/sql/duck/session.ts'
import { refusalOf } from '#core/sql/duck/refusal.ts'
import { duckWithTables, gateTables } from '../../support/duck-session.ts'
import { gate } from '#core/sql/gate/gate.ts'

let session: DuckSession
beforeAll(async () => {
  session = await duckWithTables({ memory: 96 * 1024 * 1024, work: 1_000_000, seconds: 20 })
})

/** Words of the engine that nobody should read. */
const engineWords =
  /Error:|\bBinder\b|Catalog|Parser|Conversion|Candidate|VARCHAR|BIGINT|INT\d+|\bINTEGER\b|DECIMAL\(|LINE \d|::|Unimplemented|#\d|\n|explicit type casts|!$/

/** What goes wrong, of every kind that people meet, and what they read. */
const mistakes: readonly (readonly [sql: string, code: string, words: string])[] = [
  ['SELECT amuont FROM orders', 'sql/unknown-column', 'There is no column “amuont”. Did you mean “amount”?'],
  ['SELECT o.nope FROM orders o', 'sql/unknown-column', 'There is no column “nope”.'],
  ['SELECT * EXCLUDE (nope) FROM orders', 'sql/unknown-column', '“nope”'],
  ['SELECT * FROM orders JOIN customers USING (region)', 'sql/unknown-column', '“region”'],
  ["SELECT COLUMNS('zzz') FROM orders", 'sql/unknown-column', '“zzz”'],
  ["SELECT {'a': 1}.b", 'sql/unknown-column', '“b”'],
  ['SELECT x.region FROM orders', 'sql/unknown-alias', '“x” is not among what this query reads from.'],
  ['SELECT c.* FROM orders', 'sql/unknown-alias', '“c”'],
  [
    'SELECT id FROM orders, customers WHERE customer_id = 3',
    'sql/ambiguous-column',
    '“id” could be a column of several',
  ],
  ['SELECT region, sum(amount) FROM orders', 'sql/not-grouped', '“region”'],
  ['SELECT region FROM orders GROUP BY region HAVING amount > 1', 'sql/not-grouped', '“amount”'],
  ['SELECT region FROM orders GROUP BY region ORDER BY amount', 'sql/not-grouped', '“amount”'],
  ['SELECT region FROM orders GRUOP BY region', 'sql/syntax', '“BY” cannot stand here.'],
  ['SELECT FROM', 'sql/table-expected', 'the end'],
  ['SELECT * FROM orders WHERE', 'sql/syntax', '“)”'],
  ['SELECT id id2 id3 FROM orders', 'sql/syntax', '“id3”'],
  ['SELECT lag(amount) FROM orders', 'sql/needs-over', 'lag works over an ordered set of rows'],
  ["SELECT list_aggregate([1], 'foo')", 'sql/unknown-function', 'foo'],
  ['SELECT lower(region, 1) FROM orders', 'sql/wrong-types', 'lower cannot be used with a text and a whole number.'],
  ['SELECT sum(region) FROM orders', 'sql/wrong-types', 'sum cannot be used with a text.'],
  ['SELECT region + 1 FROM orders', 'sql/wrong-types', '+ cannot be used with a text and a whole number.'],
  ['SELECT day + region FROM orders', 'sql/wrong-types', '+ cannot be used with a date and a text.'],
  ['SELECT returned * 2 FROM orders', 'sql/wrong-types', '* cannot be used with true or false and a whole number.'],
  ['SELECT hash()', 'sql/wrong-types', 'hash needs to be given a value.'],
  ['SELECT product::INT FROM orders', 'sql/unreadable-value', '“Tea” cannot be read as a whole number.'],
  ['SELECT region > 1 FROM orders', 'sql/unreadable-value', 'cannot be read as a whole number.'],
  ['SELECT * FROM orders WHERE region', 'sql/unreadable-value', 'cannot be read as true or false.'],
  ["SELECT CAST('2024-13-01' AS DATE)", 'sql/unreadable-value', '“2024-13-01” cannot be read as a date'],
  ["SELECT 'x'::TIMESTAMP", 'sql/unreadable-value', '“x” cannot be read as a date and time'],
  ["SELECT strptime(region, '%Y') FROM orders", 'sql/unreadable-value', 'cannot be read as a date of the given format'],
  ["SELECT '12345'::DECIMAL(5,2)", 'sql/unreadable-value', '“12345” cannot be read as a number.'],
  ["SELECT INTERVAL 'x'", 'sql/unreadable-value', '“x” cannot be read as a length of time.'],
  ['SELECT day::INT FROM orders', 'sql/no-conversion', 'A date cannot be made a whole number.'],
  ['SELECT 1 = [1]', 'sql/no-conversion', 'A whole number cannot be made a list.'],
  ['SELECT 300::TINYINT', 'sql/out-of-range', '300 is too large'],
  ['SELECT 9223372036854775807 + 1', 'sql/out-of-range', 'larger than a whole number can be'],
  ['SELECT ln(-1)', 'sql/out-of-range', 'no logarithm of a negative number'],
  ['SELECT sqrt(-1)', 'sql/out-of-range', 'no square root of a negative number'],
  ['SELECT make_date(2024, 13, 1)', 'sql/out-of-range', 'There is no day 2024-13-1.'],
  ['SELECT factorial(50)', 'sql/out-of-range', 'larger than'],
  ["SELECT date_trunc('foo', day) FROM orders", 'sql/unknown-unit', '“foo” is not a part of a date or time.'],
  ["SELECT regexp_matches(region, '(') FROM orders", 'sql/regular-expression', 'missing )'],
  ["SELECT regexp_matches(region, '[') FROM orders", 'sql/regular-expression', 'missing ]'],
  ["SELECT regexp_matches(region, '*a') FROM orders", 'sql/regular-expression', 'repetition'],
  ['SELECT sum(sum(amount)) FROM orders', 'sql/misplaced', 'cannot be computed inside another'],
  ['SELECT * FROM orders WHERE sum(amount) > 1', 'sql/misplaced', 'WHERE chooses rows'],
  ['SELECT * FROM orders WHERE row_number() OVER () = 1', 'sql/misplaced', 'WHERE chooses rows'],
  ['SELECT id FROM orders UNION SELECT id, region FROM orders', 'sql/misplaced', 'different numbers of columns'],
  ['SELECT id FROM orders ORDER BY 99', 'sql/misplaced', 'there are only 1'],
  ['SELECT id FROM orders LIMIT -1', 'sql/misplaced', 'LIMIT cannot be negative.'],
  ['SELECT sum(amount) OVER w FROM orders', 'sql/misplaced', 'WINDOW called “w”'],
  ['SELECT region.x FROM orders', 'sql/misplaced', '“region” has no part “x”.'],
  ['SELECT unnest(id) FROM orders', 'sql/misplaced', 'unnest takes a list apart'],
  ['SELECT 1 FROM orders o, orders o', 'sql/misplaced', 'called “o”'],
  ['VALUES (1), (1, 2)', 'sql/error', 'VALUES lists must all be the same length.'],
  ["SELECT map(['a', 'a'], [1, 2])", 'sql/error', 'Map keys have to be unique.'],
  ['SELECT quantile_cont(amount, 2) FROM orders', 'sql/error', 'QUANTILE can only take parameters'],
  ["SELECT error('my own words')", 'sql/error', 'My own words.'],
]

describe('an error of the engine', () => {
  test.each(mistakes)('of %s is %s', async (sql, code, words) => {
    const gated = gate(sql, gateTables)
    const result = gated.ok ? await session.run(gated.value, { sql }) : gated
    if (result.ok) throw new Error('It ran')
    expect(result.error.code).toBe(code)
    expect(result.error.message).toContain(words)
    for (const sentence of [result.error.message, result.error.hint]) {
      expect(sentence).not.toMatch(engineWords)
      expect(sentence).toMatch(/^.*[.?]$/)
    }
  })

  test.each([
    'INTERNAL Error: Attempted to dereference unique_ptr that is NULL!',
    'Binder Error: Unimplemented type for bind_data in Vector::Reference',
    'std::out_of_range',
    '',
  ])('%j tells nothing of the inside', (message) => {
    const { error } = refusalOf(message, 'SELECT 1')
    expect(error.message).toBe('This query asks for something that cannot be computed here.')
  })
})
