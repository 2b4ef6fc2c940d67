import { describe, expect, test } from 'vitest'
import { calculate, calculatedSource } from '#core/engine/formula/calculated-source.ts'
import { utc, zoneOf } from '#core/query/calendar/zone.ts'
import { check } from '#core/semantic/formula/check/check.ts'
import type { Expression } from '#core/semantic/formula/expression.ts'
import { scopeOf } from '#core/semantic/formula/scope.ts'
import type { Source } from '#core/table/source.ts'
import { tableSource } from '#core/table/table-source.ts'
import { type Cell, cellAt, findColumn, type Table } from '#core/table/table.ts'
import { moments, numbers, texts } from '../asking.ts'

const table: Table = {
  rows: 4,
  columns: [
    numbers('x', 'decimal', [4, 0, -2.5, null]),
    numbers('y', 'integer', [2, 0, 3, 1]),
    texts('name', ['Zoë', '', 'straße 😀', null]),
    moments('at', ['2024-03-31T00:30:00Z', '2024-03-31T01:30:00Z', '2024-10-27T00:30:00Z', null]),
    moments('day', ['2024-01-31', '2024-02-29', '2023-12-31', null], 'date'),
    numbers('flag', 'boolean', [1, 0, null, 1]),
  ],
}
const fields = table.columns.map(({ name, type }) => ({ name, type }))

function expressionOf(formula: string): Expression {
  const checked = check(formula, scopeOf(fields))
  if (!checked.ok) throw new Error(`${formula}: ${checked.error.message}`)
  return checked.value.expression
}

function valuesOf(formula: string, zone = utc): Cell[] {
  const result = findColumn(calculate(table, [{ name: 'f', expression: expressionOf(formula) }], zone), 'f')
  return Array.from({ length: table.rows }, (_, row) => (result ? cellAt(result, row) : null))
}

describe('numbers and nulls', () => {
  test.each<[string, string, Cell[]]>([
    ['[F11]', 'x / y', [2, null, -2.5 / 3, null]],
    ['[F11]', '0 / 0', [null, null, null, null]],
    ['[F11]', 'ln(x)', [Math.log(4), null, null, null]],
    ['[F11]', 'sqrt(x)', [2, 0, null, null]],
    ['[F11]', '1e200 * 1e200 * y', [null, null, null, null]],
    ['[F11]', 'x ^ 0.5', [2, 0, null, null]],
    ['[F11]', 'exp(x * 300)', [null, 1, 0, null]],
    ['[F11]', '10 ^ (x * 125)', [null, 1, 0, null]],
    ['[F12]', 'round(x)', [4, 0, -3, null]],
    ['[F12]', 'x % 2', [0, 0, 1.5, null]],
    ['[F13]', 'coalesce(x, y, 9)', [4, 0, -2.5, 1]],
    ['[F13]', 'least(x, y)', [2, 0, -2.5, 1]],
    ['[F14]', '[flag] and x > 0', [true, false, false, null]],
    ['[F14]', '[flag] or x > 0', [true, false, null, true]],
    ['[F14]', "not name = 'Zoë'", [false, true, true, null]],
    ['[F15]', "if(name = 'Zoë', 1, 2)", [1, 2, 2, 2]],
    ['[F15]', 'case when [flag] then y end', [2, null, null, 1]],
  ])('%s %s', (_, formula, expected) => expect(valuesOf(formula)).toEqual(expected))
})

describe('texts', () => {
  test.each<[string, string, Cell[]]>([
    ['[F17]', 'length(name)', [3, 0, 8, null]],
    ['[F17]', 'right(name, 1)', ['ë', '', '😀', null]],
    ['[F17]', 'substring(name, 0, 2)', ['Z', '', 's', null]],
    ['[F18]', 'upper(name)', ['ZOË', '', 'STRAßE 😀', null]],
    ['[F18]', "contains(name, 'OË')", [true, false, false, null]],
    ['[F19]', "split_part(name, 'o', 2)", ['ë', '', '', null]],
    ['[F20]', "name & ' ' & x", ['Zoë 4', ' 0', 'straße 😀 -2.5', null]],
    ['[F20]', 'text(x / 7)', ['0.571429', '0', '-0.357143', null]],
    ['[F21]', "number(' ' & y & ' ')", [2, 0, 3, 1]],
    ['[F21]', "date(y & '024-02-30')", [null, null, null, null]],
  ])('%s %s', (_, formula, expected) => expect(valuesOf(formula)).toEqual(expected))
})

describe('dates', () => {
  const berlin = zoneOf('Europe/Berlin')

  test('[F22] times are read where the Query is, across the change of clocks', () => {
    expect(valuesOf('hour([at])', berlin)).toEqual([1, 3, 2, null])
    expect(valuesOf('hour([at])')).toEqual([0, 1, 0, null])
    expect(valuesOf('date([at])', zoneOf('America/New_York'))).toEqual(['2024-03-30', '2024-03-30', '2024-10-26', null])
    expect(valuesOf("date_trunc('hour', [at])", zoneOf('Asia/Kolkata'))[0]).toBe('2024-03-31T00:30:00Z')
    expect(valuesOf('text([at])', berlin)[1]).toBe('2024-03-31 03:30:00')
  })

  test.each<[string, string, Cell[]]>([
    ['[F23]', "[day] = '2024-02'", [false, true, false, null]],
    ['[F23]', "[day] <= '2023'", [false, false, true, null]],
    ['[F24]', "date_add('month', 1, [day])", ['2024-02-29', '2024-03-29', '2024-01-31', null]],
    ['[F24]', "date_add('day', 1.9, [day])", ['2024-02-01', '2024-03-01', '2024-01-01', null]],
    ['[F25]', "date_diff('month', [day], '2024-03-01')", [2, 1, 3, null]],
    ['[F26]', "[day] - date('2024-01-01')", [30, 59, -1, null]],
    ['[F26]', '[day] + 3000000', [null, null, null, null]],
    ['[F22]', 'week([day])', [5, 9, 52, null]],
    ['[F22]', 'weekday_name([day])', ['Wednesday', 'Thursday', 'Sunday', null]],
    ['[F21]', 'make_date(2023, 2, y + 27)', [null, '2023-02-27', null, '2023-02-28']],
  ])('%s %s', (_, formula, expected) => expect(valuesOf(formula)).toEqual(expected))
})

describe('a source with calculated columns', () => {
  const read: string[][] = []
  const inner = tableSource([table])
  const watched: Source = {
    ...inner,
    read: (group, names) => {
      read.push([...names])
      return inner.read(group, names)
    },
  }
  const source = calculatedSource(
    watched,
    [
      { name: 'double', expression: expressionOf('x * 2') },
      { name: 'one', expression: expressionOf('1') },
    ],
    { zone: utc },
  )

  test('[E17] reads only what is asked for, and what its formulas name', async () => {
    const { columns } = await source.read(0, ['double', 'y'])
    expect(columns.map(({ name }) => name)).toEqual(['double', 'y'])
    expect(read.pop()?.toSorted()).toEqual(['x', 'y'])
  })

  test('gives a formula without columns a value in every row, and reads nothing', async () => {
    const before = read.length
    const result = await source.read(0, ['one'])
    expect(result.rows).toBe(4)
    expect(result.columns.map((column) => cellAt(column, 3))).toEqual([1])
    expect(read.length).toBe(before)
  })
})
