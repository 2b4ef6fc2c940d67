import { describe, expect, test } from 'vitest'
import { zoneOf } from '#core/query/calendar/zone.ts'
import { check } from '#core/semantic/formula/check/check.ts'
import { functions, type FunctionId } from '#core/semantic/formula/functions/registry.ts'
import { scopeOf } from '#core/semantic/formula/scope.ts'
import { dialects } from '#core/sql/dialects/registry.ts'
import { writeFormula } from '#core/sql/formula/write-formula.ts'
import { render } from '#core/sql/render.ts'
import { name } from '#core/sql/sql.ts'
import { exampleFields } from '../support/formula-scope.ts'

type DialectId = keyof typeof dialects
const ids = Object.keys(dialects) as DialectId[]
const functionIds = Object.keys(functions) as FunctionId[]

function written(formula: string, dialect: DialectId, zone = 'UTC') {
  const checked = check(formula, scopeOf(exampleFields))
  if (!checked.ok) throw new Error(checked.error.message)
  const column = (of: string) => ({
    sql: name(of),
    type: exampleFields.find((field) => field.name === of)?.type ?? ('text' as const),
  })
  return render(
    writeFormula(checked.value.expression, { dialect: dialects[dialect], zone: zoneOf(zone), column }),
    dialects[dialect],
  )
}

describe.each(ids)('formulas for %s', (id) => {
  test.each(functionIds)('%s is written, and closes what it opens', (functionId) => {
    const { text } = written(functions[functionId].example, id)
    const plain = text.replace(/'(?:[^']|'')*'/g, "''")
    expect(plain.split('(').length).toBe(plain.split(')').length)
    expect(plain.match(/\bCASE\b/g)?.length ?? 0).toBe(plain.match(/\bEND\b/g)?.length ?? 0)
    expect(plain).not.toContain('undefined')
  })

  test('texts of a formula are bound, never written in', () => {
    const hostile = `[Product] = 'x'' or 1=1 --' or contains([Product], 'y''; drop') and left([Product], 3) in ('zzz')`
    const { text, values } = written(hostile, id)
    expect(text).not.toMatch(/drop|1=1|zzz/)
    expect(values).toEqual(expect.arrayContaining(["x' or 1=1 --", "y'; drop", 'zzz']))
  })

  test('whole numbers are divided as numbers, and division by zero is null', () => {
    expect(written('[Quantity] / [Quantity]', id).text).toMatch(/NULLIF/)
    expect(written('7 / 2', id).text).toMatch(/float|double|real/i)
  })

  test('a zone is a table of offsets in the SQL itself', () => {
    expect(written('hour([Sent])', id, 'Europe/Berlin').text.match(/WHEN/g)?.length ?? 0).toBeGreaterThan(100)
    expect(written('hour([Sent])', id).text).not.toContain('WHEN')
  })
})
