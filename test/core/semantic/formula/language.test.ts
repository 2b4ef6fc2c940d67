import { describe, expect, test } from 'vitest'
import { check, checkAs } from '#core/semantic/formula/check/check.ts'
import { complete } from '#core/semantic/formula/complete.ts'
import { inline } from '#core/semantic/formula/inline.ts'
import { parse } from '#core/semantic/formula/parse.ts'
import { print } from '#core/semantic/formula/print.ts'
import { scopeOf } from '#core/semantic/formula/scope.ts'
import { exampleFields, exampleScope } from '../../../support/formula-scope.ts'

function printed(text: string): string {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return print(parsed.value)
}

/** The refusal, and the stretch of text it points at. */
function refusal(text: string, scope = exampleScope): { code: string; at: string; message: string; hint: string } {
  const checked = check(text, scope)
  if (checked.ok) throw new Error(`${text} is a formula`)
  const { code, message, hint, from, to } = checked.error
  return { code, message, hint, at: text.slice(from, to) }
}

function kind(text: string): string {
  const checked = check(text, exampleScope)
  if (!checked.ok) throw new Error(`${text}: ${checked.error.message}`)
  return `${checked.value.level} ${checked.value.type}`
}

describe('reading', () => {
  test.each([
    ['1+2*3^2^-1', '1 + 2 * 3 ^ 2 ^ (-1)'],
    ['-2^2', '-2 ^ 2'],
    ['a - (b - c) - d', 'a - (b - c) - d'],
    ['not a = 1 and b in (1,2) or c not between 1 and 2+3', 'not a = 1 and b in (1, 2) or c not between 1 and 2 + 3'],
    ["case [a] when 1 then 'x' else null end", "case when [a] = 1 then 'x' else null end"],
    ["if(a >= 1, 'it''s', “b”) -- a remark", "if(a >= 1, 'it''s', 'b')"],
    ['count(*) + count( where [x] is not null )', 'count() + count(where [x] is not null)'],
    ['[odd ]] name] != 1_000.5e1', '[odd ]] name] <> 10005'],
  ])('[F3, F4] %s is %s', (text, expected) => {
    expect(printed(text)).toBe(expected)
    expect(printed(expected)).toBe(expected)
  })

  test.each([
    ['', 'formula/empty', ''],
    ['1 +', 'formula/syntax', ''],
    ['foo(1 2)', 'formula/syntax', '2'],
    ["1 + 'abc", 'formula/syntax', "'abc"],
    ['1 + [abc', 'formula/syntax', '[abc'],
    ['a ? b', 'formula/syntax', '?'],
    ['(1', 'formula/syntax', ''],
    ['case 1 end', 'formula/syntax', 'end'],
    ['[Price] is 5', 'formula/syntax', '5'],
    [`${'('.repeat(100)}1`, 'formula/too-large', '('],
    [Array.from({ length: 600 }, () => '1').join('+'), 'formula/too-large', '+'],
    [`'${'x'.repeat(10_000)}'`, 'formula/too-large', "x'"],
  ])('[F1] [F5] %s is refused at its place', (text, code, at) => {
    expect(refusal(text)).toMatchObject({ code, at })
  })
})

describe('names and levels', () => {
  test.each([
    ['[Prise] * 2', 'formula/unknown-name', '[Prise]', 'Price'],
    ['quantiti + 1', 'formula/unknown-name', 'quantiti', 'Quantity'],
    ['summ([Price])', 'formula/unknown-function', 'summ', 'sum'],
    ['uper([Product])', 'formula/unknown-function', 'uper', 'upper'],
    ['min([Price], 2)', 'formula/arguments', '2', 'least'],
  ])('[F6] %s is refused, and says what is near', (text, code, at, nearest) => {
    const refused = refusal(text)
    expect(refused).toMatchObject({ code, at })
    expect(refused.message).toContain(`“${nearest}”`)
  })

  test('[F2] names are found whatever their case', () => {
    expect(kind('price * QUANTITY')).toBe('row decimal')
    expect(kind('[total REVENUE]')).toBe('group decimal')
  })

  test('[F7] references become the formulas they stand for', () => {
    expect(inline('[Average revenue] * 2', exampleScope)).toEqual({
      ok: true,
      value: 'sum([Price] * [Quantity]) / count() * 2',
    })
    expect(inline('-[Revenue] ^ 2', exampleScope)).toEqual({ ok: true, value: '-([Price] * [Quantity]) ^ 2' })
  })

  test('[F7] circles are refused with their names, and faults elsewhere where they are referred to', () => {
    expect(refusal('1 + [Left]')).toMatchObject({ code: 'formula/cycle', at: '[Left]' })
    expect(refusal('1 + [Left]').message).toContain('“Left” needs “Right” needs “Left”')
    expect(refusal('[Broken] + 1')).toMatchObject({ code: 'formula/unknown-name', at: '[Broken]' })
    const own = check('[Revenue] + 1', exampleScope, 'Revenue')
    expect(own.ok ? '' : own.error.code).toBe('formula/cycle')
  })

  test('[F5] references that multiply are refused, not followed for ever', () => {
    const columns = Array.from({ length: 30 }, (_, at) => ({ name: `c${at + 1}`, formula: `[c${at}] + [c${at}]` }))
    const scope = { ...scopeOf([{ name: 'c0', type: 'integer' as const }]), columns }
    expect(refusal('[c30]', scope)).toMatchObject({ code: 'formula/too-large' })
  })

  test.each([
    ['[Price] / sum([Price])', 'formula/mixed', '[Price]'],
    ['sum([Price]) + if([Paid], 1, 0)', 'formula/mixed', 'if([Paid], 1, 0)'],
    ['sum(mean([Price]))', 'formula/nested-aggregate', 'mean([Price])'],
    ['sum([Total revenue])', 'formula/nested-aggregate', '[Total revenue]'],
    ['count(where sum([Price]) > 1)', 'formula/nested-aggregate', 'sum([Price]) > 1'],
  ])('[F8] %s mixes rows and groups', (text, code, at) => {
    expect(refusal(text)).toMatchObject({ code, at })
  })

  test('[F8] a column has a value in every row, a measure one for a group, a constant is either', () => {
    expect(kind('[Price] * 2')).toBe('row decimal')
    expect(kind("sum([Price] where [Product] = 'x')")).toBe('group decimal')
    expect(kind('1 + 1')).toBe('constant integer')
    const wrong = [checkAs('measure', '[Price]', exampleScope), checkAs('column', 'sum([Price])', exampleScope)]
    expect(wrong.map((one) => (one.ok ? '' : one.error.code))).toEqual(['formula/wrong-level', 'formula/wrong-level'])
    expect(checkAs('measure', '1', exampleScope).ok).toBe(true)
  })
})

describe('types', () => {
  test.each([
    ["[Product] + 'x'", '[Product]', '&'],
    ['[Product] * 2', '[Product]', 'number('],
    ['[Product] = 5', '5', 'number('],
    ['[Product] = null', 'null', 'is null'],
    ["[Ordered] > 'soon'", "'soon'", '2024-03'],
    ["[Took] > 'long'", "'long'", '1:30:00'],
    ['[Paid] > true', '[Paid]', '= true'],
    ['[Price] and true', '[Price]', 'Compare'],
    ["if([Paid], 'a', 2)", '2', 'text('],
    ['left([Price], 2)', '[Price]', 'left([Product], 3)'],
    ["date_trunc('hour', [Ordered])", '[Ordered]', 'day'],
    ["date_add('month', 1, [Sent])", '[Sent]', 'date([Sent])'],
    ["date_add('fortnight', 1, [Ordered])", "'fortnight'", "'week'"],
    ['round([Price], [Quantity])', '[Quantity]', 'number'],
    ['quantile([Price], 90)', '90', '0.9'],
    ['sum([Product])', '[Product]', 'count('],
    ['upper([Product] where [Paid])', '[Paid]', 'sum('],
    ['-[Product]', '[Product]', 'minus'],
    ['[Ordered] + [Ordered]', '[Ordered]', 'date_add'],
    ['number([Ordered])', '[Ordered]', 'year('],
    ["date('2024-02-30')", "'2024-02-30'", '2024-03-01'],
  ])('[F1, F16] %s is refused, and says what would fix it', (text, at, hint) => {
    const refused = refusal(text)
    expect(refused.at).toBe(at)
    expect(`${refused.message} ${refused.hint}`).toContain(hint)
  })

  test.each([
    ['[Quantity] + 1', 'row integer'],
    ['[Quantity] / 2', 'row decimal'],
    ['[Ordered] + 1', 'row date'],
    ['[Ordered] - [Ordered]', 'row integer'],
    ['[Sent] - [Sent]', 'row duration'],
    ['[Sent] + [Took]', 'row timestamp'],
    ['[Took] / [Took]', 'row decimal'],
    ["date_trunc('week', [Sent])", 'row date'],
    ["date_trunc([Sent], 'hour')", 'row timestamp'],
    ['date_add([Ordered], 3, month)', 'row date'],
    ["coalesce([Ordered], '2024-01-01')", 'row date'],
    ["'Q' & quarter([Ordered])", 'row text'],
    ["[Sent] between '2024' and '2025-03'", 'row boolean'],
    ["[Took] >= '1:30'", 'row boolean'],
    ['mean([Took])', 'group duration'],
    ['max([Product])', 'group text'],
    ['sum([Paid])', 'group integer'],
    ['null', 'constant text'],
  ])('[F8] %s is %s', (text, expected) => expect(kind(text)).toBe(expected))

  test('first and last need an order', () => {
    expect(refusal('first([Price])', scopeOf(exampleFields)).code).toBe('formula/arguments')
    expect(kind('first([Price])')).toBe('group decimal')
  })
})

describe('completing', () => {
  const labels = (marked: string): string[] => {
    const at = marked.indexOf('|')
    return complete(marked.replace('|', ''), at, exampleScope).items.map(({ label }) => label)
  }

  test.each([
    ['pri|', 'Price'],
    ['sum([Pri|', 'Price'],
    ['sum([Pri|]) + 1', 'Price'],
    ['[rev|', 'Revenue'],
    ['1 + up|', 'upper'],
    ['count(wh|', 'where'],
    ['1 + total|', 'Total revenue'],
  ])('%s offers %s first', (text, first) => expect(labels(text)[0]).toBe(first))

  test('takes the whole word or name in its place', () => {
    expect(complete('sum([Pri]) + 1', 8, exampleScope)).toMatchObject({ from: 4, to: 9 })
    expect(complete('quant * 2', 3, exampleScope)).toMatchObject({ from: 0, to: 5 })
    expect(complete("'it is pri", 10, exampleScope).items).toEqual([])
  })

  test('shows the function around, and which argument is being written', () => {
    const help = complete("date_add('month', round([Price], ", 33, exampleScope).signature
    expect(help).toMatchObject({ signature: 'round(number, [digits])', active: 1 })
    expect(complete("date_add('month', ", 18, exampleScope).signature).toMatchObject({ active: 1 })
    expect(complete('quantile([Price], ', 18, exampleScope).signature).toMatchObject({ active: 1 })
    expect(complete('1 + ', 4, exampleScope).signature).toBeNull()
  })
})
